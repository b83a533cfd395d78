/**
 * Words by which texts name a courier, a product or a place. Words are parted by blanks; `*` at the end stands for
 * any ending. Written in small letters, without ё and with a straight apostrophe.
 */
export interface CauseWords {
  /** Who was sent to the customer, or spoke with them: a name or number follows, or stands before with a comma. */
  readonly people: string;
  /** Stand between such a word and the name: "a courier called Oleg". */
  readonly called: string;
  /** Stand between a name and such a word: "Oleg, your courier". */
  readonly whose: string;
  /** Announce a number. */
  readonly number: string;
  /** Shops, branches, depots: a number follows, or a preposition and a name. */
  readonly branches: string;
  readonly at: string;
  /** Streets and squares: the name stands beside. */
  readonly streets: string;
  /** Things that go by a number: flights, trains, routes. */
  readonly numbered: string;
  /** Before quotation marks these announce what somebody said, not what something is called. */
  readonly speech: string;
  /** Written with a capital for other reasons than being a name. */
  readonly notNames: string;
}
