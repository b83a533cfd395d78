/** The stories play in one week of March 2031, in Kyiv, before summer time begins there. */
const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** A day of the week and a time on the wall: `10:00` is on Monday, `Tue 09:30` on the day after. */
export type Wall = `${number}:${number}` | `${(typeof days)[number]} ${number}:${number}`;

/** The moment at which a clock on the wall in Kyiv shows this. */
export function at(wall: Wall): Date {
  const [day, time] = wall.includes(' ') ? wall.split(' ') : ['Mon', wall];
  const date = 3 + days.findIndex((each) => each === day);
  const moment = new Date(`2031-03-${String(date).padStart(2, '0')}T${time}:00+02:00`);
  if (date < 3 || Number.isNaN(moment.getTime())) throw new Error(`There is no such moment: ${wall}.`);
  return moment;
}

/** What the wall shows at a moment, for messages. */
export function onTheWall(moment: Date): string {
  const local = new Date(moment.getTime() + 2 * 3_600_000).toISOString();
  return `${local.slice(5, 10)} ${local.slice(11, 19)}`;
}

/** When something must be seen. */
export interface Window {
  readonly says: string;
  /** What is wrong with these sightings, or nothing. */
  objection(seen: readonly Date[]): string | undefined;
}

/** Seen at least once from the one moment to the other. */
export function between(from: Wall, to: Wall): Window {
  const isWithin = within(from, to);
  return {
    says: `between ${from} and ${to}`,
    objection: (seen) => (seen.some(isWithin) ? undefined : 'was not seen then'),
  };
}

/** Seen from the one moment to the other, once, and at no other time. */
export function onceBetween(from: Wall, to: Wall): Window {
  const isWithin = within(from, to);
  return {
    says: `once, between ${from} and ${to}`,
    objection: (seen) =>
      seen.length === 1 && seen.every(isWithin) ? undefined : `was seen ${seen.length} times in all`,
  };
}

/** Not seen up to now. */
export const never: Window = {
  says: 'never',
  objection: (seen) => (seen.length === 0 ? undefined : 'was seen'),
};

function within(from: Wall, to: Wall): (moment: Date) => boolean {
  const [start, end] = [at(from), at(to)];
  return (moment) => start <= moment && moment <= end;
}
