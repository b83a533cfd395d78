import { dateOf } from '../wire.js';

const ZONE = 'Europe/Kyiv';
const PARTS = new Intl.DateTimeFormat('en-US', {
  timeZone: ZONE,
  hourCycle: 'h23',
  ...{
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  },
});

/** Reads a time of Rozetka, which carries no zone and is taken for Kyiv's. */
export function kyivTime(value: unknown): Date | undefined {
  const wall = dateOf(value);
  if (wall === undefined) return undefined;
  const guess = new Date(wall.getTime() - offsetMs(wall));
  // Near the change of the clocks the first guess may stand on its other side.
  return new Date(wall.getTime() - offsetMs(guess));
}

function offsetMs(at: Date): number {
  const parts = Object.fromEntries(PARTS.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year, month, day, hour, minute, second } = parts;
  const shown = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return shown - Math.floor(at.getTime() / 1000) * 1000;
}
