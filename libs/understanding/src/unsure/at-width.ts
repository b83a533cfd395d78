/** A text with how far negative leads and whether it is negative indeed. */
export interface JudgedLean {
  readonly lean: number;
  readonly negative: boolean;
  /** For how many texts it stands. */
  readonly weight: number;
}

/** What a width of the unsure band costs and brings; shares from 0 to 1. */
export interface AtWidth {
  readonly width: number;
  /** Of all texts, those that a person is asked about. */
  readonly asked: number;
  /** Of the texts nobody is asked about, those where it is wrong about negative or not. */
  readonly wrong: number;
  /** Of all negative texts, those that are taken for something else and that nobody is asked about. */
  readonly missed: number;
}

/** What one width does on judged texts. */
export function atWidth(judged: readonly JudgedLean[], width: number): AtWidth {
  let [all, kept, wrong, negative, missed] = [0, 0, 0, 0, 0];
  for (const each of judged) {
    all += each.weight;
    if (each.negative) negative += each.weight;
    if (Math.abs(each.lean) < width) continue;
    kept += each.weight;
    if (each.lean > 0 === each.negative) continue;
    wrong += each.weight;
    if (each.negative) missed += each.weight;
  }
  const share = (part: number, of: number): number => (of === 0 ? 0 : Number((part / of).toFixed(4)));
  return {
    width,
    asked: share(all - kept, all),
    wrong: share(wrong, kept),
    missed: share(missed, negative),
  };
}
