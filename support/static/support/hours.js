// The hours that a row of the page carries (`data-hours`): what holds at a minute, since when, when it
// changes, and the spans of a picture. Minutes count from 1970 in UTC.

export const minuteOf = (milliseconds) => Math.floor(milliseconds / 60_000);

function edgesOf(distances) {
  let edge = 0;
  return distances.map((distance) => (edge += distance));
}

// What `data-hours` says, with instants in place of distances.
export function readHours(text) {
  const carried = JSON.parse(text);
  return { ...carried, edges: edgesOf(carried.edges), cancelled: edgesOf(carried.cancelled ?? []) };
}

const other = (state) => (state === "open" ? "closed" : "open");

// `since` and `changesAt` are null where there is no such change. Null instead of a status: the
// minute lies beyond what is carried.
export function statusAt({ first, edges, forever, zones, edge_zones: places }, minute) {
  const passed = edges.filter((edge) => edge <= minute).length;
  if (passed === edges.length && passed > 0 && !forever) return null;
  const next = edges[passed] ?? null;
  const place = places ? places[passed] : 0;
  return {
    state: edges.length === 0 || passed % 2 === 1 ? first : other(first),
    since: edges[passed - 1] ?? null,
    changesAt: next,
    zone: next === null ? null : zones[place],
  };
}

// Beyond what is carried as if nothing changed any more.
export function opensOf({ first, edges }) {
  const all = [-Infinity, ...edges, Infinity];
  const starts = all.slice(0, -1).map((start, place) => ({ start, end: all[place + 1] }));
  const state = (place) => (edges.length === 0 || place % 2 === 1 ? first : other(first));
  return starts.filter((span, place) => state(place) === "open");
}

export function cancelledOf({ cancelled, cancelled_by: by, reasons }) {
  const starts = cancelled.filter((edge, place) => place % 2 === 0);
  return starts.map((start, place) => ({
    start,
    end: cancelled[2 * place + 1],
    reason: reasons[by?.[place] ?? 0],
  }));
}
