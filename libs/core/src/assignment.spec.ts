import fc from 'fast-check';
import { type Candidate, chooseAssignee, leadOnCall, type Need } from './assignment.js';
import type { Language } from './assessment.js';
import type { AssignedBecause, AssignedFor } from './case-event.js';
import type { DutyCalendar } from './duty.js';
import { isOnDuty } from './duty.js';
import { type FailureKind, failureKinds } from './failure.js';

const zone = 'Europe/Kyiv';
/** A Monday, noon in Kyiv. */
const noon = new Date('2031-03-03T10:00:00Z');
const everyDay = (from: number, to: number): DutyCalendar => ({
  week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to })),
  exceptions: [],
});
const always = everyDay(0, 1440);
const nights = everyDay(0, 360);
const dayOff: DutyCalendar = { ...always, exceptions: [{ date: '2031-03-03', hours: [] }] };

function one(staffId: string, rest: Partial<Candidate> = {}): Candidate {
  return {
    staffId,
    role: 'manager',
    languages: ['uk'],
    brandIds: [],
    locationIds: [],
    skills: [],
    openCases: 0,
    duty: always,
    ...rest,
  };
}

const need: Need = { language: 'uk', failure: 'not_delivered', brandId: 'books', locationId: 'podil' };

interface Row {
  readonly name: string;
  readonly people: readonly Candidate[];
  readonly need?: Partial<Need>;
  readonly chosen: string;
  readonly because?: AssignedBecause;
  readonly matched?: readonly AssignedFor[];
}

const rows: readonly Row[] = [
  {
    name: 'whoever answers for the brand goes before whoever answers for another',
    people: [one('a', { brandIds: ['cafe'] }), one('b', { brandIds: ['books'], openCases: 9 })],
    chosen: 'b',
    matched: ['brand', 'language'],
  },
  {
    name: 'no brand named means all brands',
    people: [one('a', { brandIds: ['cafe'] }), one('b', { openCases: 9 })],
    chosen: 'b',
    matched: ['language'],
  },
  {
    name: 'whoever answers for the location goes before whoever answers for another',
    people: [one('a', { locationIds: ['lviv'] }), one('b', { locationIds: ['podil'], openCases: 9 })],
    chosen: 'b',
    matched: ['location', 'language'],
  },
  {
    name: 'of two who may both answer, the one whose own branch it is',
    people: [one('a'), one('b', { locationIds: ['podil'], openCases: 9 })],
    chosen: 'b',
  },
  {
    name: 'the language of the customer goes before the own branch',
    people: [
      one('a', { languages: ['uk', 'en'], openCases: 9 }),
      one('b', { languages: ['uk'], locationIds: ['podil'] }),
    ],
    need: { language: 'en' },
    chosen: 'a',
    matched: ['language'],
  },
  {
    name: 'the brand goes before the language',
    people: [
      one('a', { brandIds: ['cafe'], languages: ['en'] }),
      one('b', { brandIds: ['books'], languages: ['uk'] }),
    ],
    need: { language: 'en' },
    chosen: 'b',
    matched: ['brand'],
  },
  {
    name: 'the language goes before the skill',
    people: [one('a', { languages: ['ru'], skills: ['not_delivered'] }), one('b', { openCases: 9 })],
    chosen: 'b',
  },
  {
    name: 'the skill goes before the load',
    people: [one('a'), one('b', { skills: ['data_leak', 'not_delivered'], openCases: 9 })],
    chosen: 'b',
    matched: ['language', 'skill'],
  },
  {
    name: 'a skill in something else is no hindrance',
    people: [one('a', { skills: ['data_leak'] }), one('b', { openCases: 1 })],
    chosen: 'a',
    matched: ['language'],
  },
  {
    name: 'of equals the one with fewer open cases',
    people: [one('a', { openCases: 2 }), one('b', { openCases: 1 })],
    chosen: 'b',
  },
  { name: 'of equals with equal load the first by id', people: [one('b'), one('a')], chosen: 'a' },
  {
    name: 'a case without a brand or a location goes to somebody who answers for all',
    people: [one('a', { brandIds: ['books'] }), one('b', { locationIds: ['podil'] }), one('c')],
    need: { brandId: undefined, locationId: undefined },
    chosen: 'c',
  },
  {
    name: 'where nobody fits, whoever is there still answers',
    people: [one('a', { brandIds: ['cafe'], locationIds: ['lviv'], languages: ['en'] })],
    chosen: 'a',
    matched: [],
  },
  {
    name: 'whoever fits in everything and is off duty does not get it',
    people: [
      one('a', { brandIds: ['books'], locationIds: ['podil'], skills: ['not_delivered'], duty: nights }),
      one('b', { brandIds: ['cafe'], languages: ['en'], openCases: 99 }),
    ],
    chosen: 'b',
  },
  {
    name: 'a day off in the calendar is off duty',
    people: [one('a', { duty: dayOff }), one('b', { openCases: 99 })],
    chosen: 'b',
  },
  {
    name: 'a lead gets nothing while a manager is there',
    people: [one('a', { role: 'lead' }), one('b', { openCases: 99 })],
    chosen: 'b',
  },
  {
    name: 'without a manager on duty it is the lead on call',
    people: [one('a', { duty: nights }), one('b', { role: 'lead' })],
    chosen: 'b',
    because: 'lead_on_call',
  },
  {
    name: 'without a manager and a lead on duty it is whoever else is',
    people: [one('a', { role: 'lead', duty: nights }), one('b', { role: 'director' })],
    chosen: 'b',
    because: 'on_duty',
  },
  {
    name: 'outside all hours it is the lead on call',
    people: [
      one('a', { duty: nights }),
      one('b', { role: 'lead', duty: nights }),
      one('c', { role: 'administrator', duty: nights }),
    ],
    chosen: 'b',
    because: 'nobody_on_duty',
  },
  {
    name: 'outside all hours and without a lead it is the director',
    people: [one('a', { duty: nights }), one('b', { role: 'director', duty: nights })],
    chosen: 'b',
    because: 'nobody_on_duty',
  },
];

test.each(rows)('$name', ({ people, need: other, chosen, because = 'on_duty', matched }) => {
  const assigned = chooseAssignee(people, { ...need, ...other }, noon, zone);
  expect(assigned).toMatchObject({ staffId: chosen, because, ...(matched ? { matched } : {}) });
});

test('only a workspace without anybody has nobody', () => {
  expect(chooseAssignee([], need, noon, zone)).toBeUndefined();
  expect(leadOnCall([], noon, zone)).toBeUndefined();
});

const languages: readonly Language[] = ['uk', 'ru', 'en'];
const brands = ['books', 'cafe'];
const places = ['podil', 'lviv'];
const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const somebody = fc.record({
  role: fc.constantFrom('manager' as const, 'lead' as const, 'director' as const, 'administrator' as const),
  languages: some(languages),
  brandIds: some(brands),
  locationIds: some(places),
  skills: some(failureKinds.slice(0, 4)),
  openCases: fc.nat(30),
  duty: fc.constantFrom(always, nights, dayOff),
});
const team = fc
  .array(somebody, { minLength: 1, maxLength: 8 })
  .map((people) => people.map((each, at): Candidate => ({ ...each, staffId: `s${at}` })));
const anyNeed: fc.Arbitrary<Need> = fc.record({
  language: fc.constantFrom(...languages),
  failure: fc.constantFrom<FailureKind>(...failureKinds.slice(0, 5)),
  brandId: fc.constantFrom(undefined, ...brands),
  locationId: fc.constantFrom(undefined, ...places),
});

test('somebody always gets it, and never somebody off duty while anybody is there', () => {
  fc.assert(
    fc.property(team, anyNeed, (people, asked) => {
      const assigned = chooseAssignee(people, asked, noon, zone);
      const chosen = people.find((each) => each.staffId === assigned?.staffId);
      expect(chosen).toBeDefined();
      const present = people.filter((each) => isOnDuty(each.duty, noon, zone));
      if (present.length > 0) expect(present).toContain(chosen);
      const managers = present.filter((each) => each.role === 'manager');
      if (managers.length > 0) expect(managers).toContain(chosen);
    }),
  );
});

test('the order in which people are listed does not matter', () => {
  const shuffled = team.chain((people) =>
    fc.tuple(
      fc.constant(people),
      fc.shuffledSubarray(people, { minLength: people.length, maxLength: people.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, anyNeed, ([people, mixed], asked) => {
      expect(chooseAssignee(mixed, asked, noon, zone)).toEqual(chooseAssignee(people, asked, noon, zone));
    }),
  );
});

test('a team that begins with as many cases each shares equal cases out evenly', () => {
  const alike = fc.tuple(somebody, fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 }), anyNeed);
  fc.assert(
    fc.property(alike, ([person, size, cases, asked]) => {
      let people = Array.from({ length: size }, (_, at): Candidate => {
        return { ...person, role: 'manager', duty: always, staffId: `s${at}` };
      });
      for (let given = 0; given < cases; given++) {
        const to = chooseAssignee(people, asked, noon, zone)?.staffId;
        people = people.map((each) =>
          each.staffId === to ? { ...each, openCases: each.openCases + 1 } : each,
        );
      }
      const loads = people.map((each) => each.openCases);
      expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
      expect(loads.reduce((sum, each) => sum + each, 0)).toBe(size * person.openCases + cases);
    }),
  );
});

test('what is said for the chosen one is true of them', () => {
  fc.assert(
    fc.property(team, anyNeed, (people, asked) => {
      const assigned = chooseAssignee(people, asked, noon, zone);
      const chosen = people.find((each) => each.staffId === assigned?.staffId);
      for (const matched of assigned?.matched ?? []) {
        const own: Readonly<Record<AssignedFor, readonly unknown[]>> = {
          brand: chosen?.brandIds ?? [],
          location: chosen?.locationIds ?? [],
          language: chosen?.languages ?? [],
          skill: chosen?.skills ?? [],
        };
        const of = {
          brand: asked.brandId,
          location: asked.locationId,
          language: asked.language,
          skill: asked.failure,
        };
        expect(own[matched]).toContain(of[matched]);
      }
    }),
  );
});
