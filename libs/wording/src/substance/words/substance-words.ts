/** What a text can be about. */
export type Subject =
  // Money
  | 'refund'
  | 'charge'
  | 'price'
  | 'subscription'
  | 'bill'
  | 'card'
  | 'fine'
  | 'loan'
  | 'insurance'
  | 'perks'
  | 'deposit'
  // Things and their way
  | 'delivery'
  | 'courier'
  | 'parcel'
  | 'order'
  | 'stock'
  | 'cancel'
  | 'books'
  | 'replace'
  | 'return'
  | 'defect'
  | 'repair'
  | 'warranty'
  | 'device'
  | 'furniture'
  | 'clothes'
  | 'size'
  | 'car'
  | 'toys'
  | 'beauty'
  // Eating
  | 'food'
  | 'spoiled'
  | 'illness'
  | 'restaurant'
  // People
  | 'staff'
  | 'rudeness'
  | 'driver'
  | 'guard'
  | 'call'
  | 'reply'
  | 'robot'
  | 'queue'
  // Lines and rooms
  | 'internet'
  | 'router'
  | 'phone_line'
  | 'television'
  | 'water'
  | 'heating'
  | 'power'
  | 'gas'
  | 'lift'
  | 'roof'
  | 'cleaning'
  | 'meter'
  | 'pests'
  | 'noise'
  | 'rubbish'
  | 'light'
  // Programs
  | 'app'
  | 'login'
  | 'code'
  | 'failure'
  | 'account'
  | 'transfer'
  | 'atm'
  | 'data'
  // Visits and journeys
  | 'doctor'
  | 'appointment'
  | 'medicine'
  | 'tests'
  | 'hotel'
  | 'booking'
  | 'flight'
  | 'luggage'
  | 'ticket'
  | 'bus'
  | 'taxi'
  | 'tour'
  | 'parking'
  // The rest
  | 'school'
  | 'child'
  | 'sport'
  | 'event'
  | 'pets'
  | 'contract'
  | 'documents'
  | 'figures'
  | 'manager'
  | 'flowers'
  | 'cake'
  | 'branch'
  | 'printer'
  | 'coffee';

/** The broad field to which a subject belongs. */
export const fields: Readonly<Record<string, readonly Subject[]>> = {
  money: [
    'refund',
    'charge',
    'price',
    'subscription',
    'bill',
    'card',
    'fine',
    'loan',
    'insurance',
    'deposit',
    'transfer',
    'atm',
  ],
  way: ['delivery', 'courier', 'parcel', 'order', 'stock', 'cancel', 'books', 'return'],
  thing: [
    'replace',
    'defect',
    'repair',
    'warranty',
    'device',
    'furniture',
    'clothes',
    'size',
    'printer',
    'car',
    'toys',
    'coffee',
  ],
  food: ['food', 'spoiled', 'illness', 'restaurant', 'cake', 'coffee'],
  people: ['staff', 'rudeness', 'driver', 'guard', 'manager'],
  contact: ['call', 'reply', 'robot', 'queue'],
  line: ['internet', 'router', 'phone_line', 'television'],
  house: [
    'water',
    'heating',
    'power',
    'gas',
    'lift',
    'roof',
    'cleaning',
    'meter',
    'pests',
    'noise',
    'rubbish',
    'light',
  ],
  program: ['app', 'login', 'code', 'failure', 'account', 'data'],
  health: ['doctor', 'appointment', 'medicine', 'tests', 'illness'],
  journey: ['hotel', 'booking', 'flight', 'luggage', 'ticket', 'bus', 'taxi', 'tour', 'driver'],
};

/**
 * What can be done for a customer, with the fields it mends. Money back and a talk with a person fit any failure.
 */
export type Remedy = 'money' | 'bring' | 'mend' | 'redo' | 'person' | 'place' | 'correct';

/** The fields that a remedy mends; `undefined` for all. */
export const mends: Readonly<Record<Remedy, readonly string[] | undefined>> = {
  money: undefined,
  person: undefined,
  bring: ['way', 'thing', 'food'],
  mend: ['thing', 'line', 'house', 'program'],
  redo: ['way', 'thing', 'food', 'people'],
  place: ['journey', 'health', 'contact', 'way'],
  correct: ['program', 'money', 'line', 'contact', 'health'],
};

/**
 * Words of one language. A line is a phrase; also a comma ends one. `*` stands for any ending, `/` between words for
 * one or the other, `…` for up to three words. Texts are lower case, ё is written е, the apostrophe is '.
 */
export interface SubstanceWords {
  /** Thanks and apologies: what follows in the same breath is part of them. */
  readonly regrets: string;
  /** Greetings, wishes, feelings, praise of oneself. */
  readonly courtesy: string;
  /** Passed on, noted, registered, looked into: nothing that the customer can hold us to. */
  readonly handover: string;
  /** Asks to go elsewhere, whole phrases. */
  readonly channel: string;
  /** What one is asked to do elsewhere: write, call, fill in. */
  readonly channelVerbs: string;
  /** Where: private messages, the hotline, a form. */
  readonly channelPlaces: string;
  readonly refusal: string;
  /** Ways to appeal against a refusal. */
  readonly appeal: string;
  /** What shows that a reason is true. */
  readonly evidence: string;
  /** Why it went wrong, with which nobody is helped: holidays, weather, no power, nobody there. */
  readonly excuse: string;
  /** Something is not there: beside an excuse another one. */
  readonly lacking: string;
  /** Asks for the cause itself. */
  readonly asksWhy: string;
  /** Because. */
  readonly cause: string;
  /** Rules that explain nothing by themselves. */
  readonly rules: string;
  /** Something on top: discounts, points, presents, cheaper tariffs. */
  readonly perk: string;
  /** Somebody was punished inside. */
  readonly discipline: string;
  /** Steps for the customer, as orders. */
  readonly steps: string;
  /** The customer says that they tried. */
  readonly tried: string;
  /** Words for one and the same step, a group a line: what was rebooted was also switched off. */
  readonly sameSteps: string;
  /** News, opening hours and advertising, which are for everybody. */
  readonly notice: string;
  /** We say that it is our fault, or what went wrong. */
  readonly fault: string;
  /** Something goes on at this moment. */
  readonly ongoing: string;
  /** Begins a direct answer. */
  readonly direct: string;
  /** Points to what was said before: it, this, the first one. */
  readonly pointing: string;
  /** Past acts that their endings do not show. */
  readonly acted: string;
  /** We ask the customer for something. */
  readonly details: string;
  /** The customer asks or demands. */
  readonly asks: string;
  /** The customer suggests. */
  readonly suggests: string;
  /** Words too common to tell a matter. */
  readonly common: string;
  readonly remedies: Readonly<Record<Remedy, string>>;
  readonly subjects: Readonly<Partial<Record<Subject, string>>>;
}
