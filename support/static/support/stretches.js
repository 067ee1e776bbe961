// Stretches of several rows as one: the same as support/contact_page/week/stretches.py.

const byTime = (one, other) => one.start - other.start || one.end - other.end;

export function union(stretches) {
  const found = [];
  for (const { start, end } of [...stretches].sort(byTime)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

export function cancelledAllTheSame(stretches, opens) {
  const found = [];
  for (const stretch of [...stretches].sort(byTime)) {
    const last = found.at(-1);
    const isMet = last && stretch.start <= last.end;
    const isSame = last && String(stretch.reason) === String(last.reason);
    if (isMet && (stretch.end <= last.end || isSame)) last.end = Math.max(last.end, stretch.end);
    else found.push({ ...stretch, start: isMet ? last.end : stretch.start });
  }
  return found.flatMap((stretch) => without(stretch, opens));
}

function without({ start, end, reason }, opens) {
  const rest = [];
  for (const other of opens) {
    if (start < other.end && other.start < end) {
      if (start < other.start) rest.push({ start, end: other.start, reason });
      start = other.end;
    }
  }
  if (start < end) rest.push({ start, end, reason });
  return rest;
}
