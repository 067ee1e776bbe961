// Seven days of a clock, from today, and where in their picture an instant lies: the same as
// support/contact_page/week/seven_days.py.

import { clockOf, DAY } from "./wall_clock.js";

export const DAYS = 7;
const TICKS = [6, 12, 18];
const WHOLE = 10_000; // hundredths of a per cent

// The first instant at which the clock reads `wall` or later.
function instantOf(clock, wall) {
  let [before, after] = [wall - 2 * DAY, wall + 2 * DAY];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (clock(middle) < wall) before = middle;
    else after = middle;
  }
  return after;
}

export function sevenDays(zone, minute) {
  const clock = clockOf(zone);
  const first = Math.floor(clock(minute) / DAY);
  const numbers = [...Array(DAYS).keys()];
  const starts = [...numbers, DAYS].map((day) => instantOf(clock, (first + day) * DAY));
  const ticks = numbers.flatMap((day) =>
    TICKS.map((hour) => instantOf(clock, (first + day) * DAY + hour * 60)),
  );
  return { clock, first, starts, ticks };
}

// How far from the left an instant lies: in its day where it does in the day's real length.
export function place({ starts }, minute) {
  if (minute <= starts[0]) return 0;
  if (minute >= starts[DAYS]) return WHOLE;
  const day = starts.findLastIndex((start) => start <= minute);
  const length = starts[day + 1] - starts[day];
  const parts = (day * length + minute - starts[day]) * WHOLE;
  const whole = DAYS * length;
  return Math.floor((2 * parts + whole) / (2 * whole));
}

// Whether the page carries the hours of these days.
export function areCarried({ starts }, { first, count }) {
  return first * DAY <= starts[0] && starts[DAYS] <= (first + count) * DAY;
}
