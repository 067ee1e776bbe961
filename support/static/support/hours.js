// The hours that a row of the page carries (`data-hours`): what holds at a minute, when it
// changes, and the spans of a picture. Minutes count from 1970 in UTC.

export const minuteOf = (milliseconds) => Math.floor(milliseconds / 60_000);

export function edgesOf(distances) {
  let edge = 0;
  return distances.map((distance) => (edge += distance));
}

// What `data-hours` says, with instants in place of distances.
export function readHours(text) {
  const carried = JSON.parse(text);
  return {
    ...carried,
    edges: edgesOf(carried.edges),
    cancelled: edgesOf(carried.cancelled ?? []),
    unusual: edgesOf(carried.unusual ?? []),
  };
}

const other = (state) => (state === "open" ? "closed" : "open");

// `changesAt` is null where there is no change. Null instead of a status: the minute lies beyond what
// is carried.
export function statusAt(
  { first, edges, forever, zones, edge_zones: places, round_the_clock: always },
  minute,
) {
  const passed = edges.filter((edge) => edge <= minute).length;
  if (passed === edges.length && passed > 0 && !forever) return null;
  const next = edges[passed] ?? null;
  const place = places ? places[passed] : 0;
  const state = edges.length === 0 || passed % 2 === 1 ? first : other(first);
  return {
    state,
    isRoundTheClock: state === "open" && Boolean(always),
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

const pairs = (edges) => {
  const starts = edges.filter((edge, place) => place % 2 === 0);
  return starts.map((start, place) => ({ start, end: edges[2 * place + 1] }));
};

// When it is otherwise than in every week.
export const unusualOf = ({ unusual }) => pairs(unusual);

export function cancelledOf({ cancelled, cancelled_by: by, reasons }) {
  return pairs(cancelled).map((span, place) => ({ ...span, reason: reasons[by?.[place] ?? 0] }));
}
