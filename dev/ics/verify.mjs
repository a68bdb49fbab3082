// Reads a calendar (RFC 5545) with a library that is not the one that wrote it: an event a line, in the order of the file, as UID SEQUENCE
// STATUS START END SUMMARY, apart by tabs, times in UTC. Ends with 1 where it is no calendar, or an event misses one of these or comes twice.
//   node dev/ics/verify.mjs CALENDAR.ics
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';

const [file] = process.argv.slice(2);
if (file === undefined) {
  console.error('Usage : node dev/ics/verify.mjs CALENDRIER.ics');
  process.exit(2);
}
const told = (event) => {
  const text = (name) => event.getFirstPropertyValue(name) ?? '';
  const time = (name) => event.getFirstPropertyValue(name)?.toJSDate().toISOString() ?? '';
  return [text('uid'), text('sequence'), text('status'), time('dtstart'), time('dtend'), text('summary')].map(String);
};
ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(await readFile(file, 'utf8')));
const events = calendar.getAllSubcomponents('vevent').map(told);
const faults = [
  ...(calendar.getFirstPropertyValue('version') === '2.0' ? [] : ['version']),
  ...events.filter((event) => event.includes('')).map((event) => `événement incomplet : ${event.join(' ')}`),
  ...(new Set(events.map(([uid]) => uid)).size === events.length ? [] : ['un événement vient deux fois']),
];
faults.forEach((fault) => console.error(fault));
events.forEach((event) => console.log(event.join('\t')));
process.exit(faults.length === 0 ? 0 : 1);
