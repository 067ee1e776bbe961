// Reads a list of calendars as JSON from standard input, writes the start and the end of their events,
// in milliseconds since the epoch. The argument names the library.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

const READERS = {
  "ical.js": (text) =>
    new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((component) => {
      const { startDate, endDate } = new ICAL.Event(component);
      return [startDate, endDate].map((time) => time.toUnixTime() * 1000);
    }),
  "node-ical": (text) =>
    Object.values(ical.sync.parseICS(text))
      .filter(({ type }) => type === "VEVENT")
      .map(({ start, end }) => [start.getTime(), end.getTime()]),
};

const calendars = JSON.parse(readFileSync(0, "utf-8"));
process.stdout.write(JSON.stringify(calendars.map(READERS[process.argv[2]])));
