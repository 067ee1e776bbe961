// Spans of several rows as one: the same as support/contact_page/week/minute_spans.py.

const byTime = (one, other) => one.start - other.start || one.end - other.end;

export function union(spans) {
  const found = [];
  for (const { start, end } of [...spans].sort(byTime)) {
    const last = found.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else found.push({ start, end });
  }
  return found;
}

export function cancelledAllTheSame(spans, opens) {
  const found = [];
  for (const span of [...spans].sort(byTime)) {
    const last = found.at(-1);
    const isMet = last && span.start <= last.end;
    const isSame = last && String(span.reason) === String(last.reason);
    if (isMet && (span.end <= last.end || isSame)) last.end = Math.max(last.end, span.end);
    else found.push({ ...span, start: isMet ? last.end : span.start });
  }
  return found.flatMap((span) => without(span, opens));
}

export function without({ start, end, reason }, opens) {
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
