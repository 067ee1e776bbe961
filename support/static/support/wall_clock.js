// What the clock of a zone shows. Only how far it is from UTC is asked of the browser; nothing is put
// into words here. Minutes count from 1970 in UTC.

export const DAY = 24 * 60;

const clocks = new Map();

// A function from a minute to what the clock reads then: minutes since 1970, as if it were UTC.
export function clockOf(zone) {
  if (!clocks.has(zone)) {
    const format = new Intl.DateTimeFormat("en-u-ca-gregory-nu-latn", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
    });
    const read = new Map();
    clocks.set(zone, (minute) => {
      if (!read.has(minute)) {
        const part = {};
        for (const { type, value } of format.formatToParts(minute * 60_000)) part[type] = Number(value);
        const at = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute);
        if (read.size > 5000) read.clear();
        read.set(minute, at / 60_000);
      }
      return read.get(minute);
    });
  }
  return clocks.get(zone);
}

// A day by its number since 1970; `weekday` counts from Monday, 0.
export function dayOf(wall) {
  const number = Math.floor(wall / DAY);
  return {
    number,
    weekday: (number + 3) % 7, // 1970 began on a Thursday
    date: new Date(number * DAY * 60_000).toISOString().slice(0, 10),
  };
}

export function browserZone() {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return isZone(zone) ? zone : "";
}

export function isZone(key) {
  try {
    return Boolean(key && clockOf(key));
  } catch {
    return false;
  }
}
