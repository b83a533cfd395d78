/** A text with its placeholders filled, and where each place of the template has gone. */
export interface FilledIn {
  readonly text: string;
  /** The place in the text of a place in the template. */
  readonly placeOf: (place: number) => number;
}

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly by: string;
}

/** A name that is not known takes the comma beside it along: "{customer}, good day" becomes "Good day". */
const named = /\{(\w+)\}/gu;

/** Fills `{name}` in a template. What is not known leaves no gap. */
export function fillIn(template: string, values: Readonly<Record<string, string | undefined>>): FilledIn {
  const cuts = [...template.matchAll(named)].flatMap((found): Cut[] => {
    const [whole, name = ''] = found;
    if (!(name in values)) return [];
    const end = found.index + whole.length;
    const value = values[name]?.trim() ?? '';
    return value === '' ? gap(template, found.index, end) : [{ start: found.index, end, by: value }];
  });
  let text = '';
  let at = 0;
  for (const { start, end, by } of cuts) {
    text += template.slice(at, start) + by;
    at = end;
  }
  return { text: text + template.slice(at), placeOf: (place) => placeAfter(cuts, place) };
}

/** What goes with a name that is not known: its comma, and the small letter of the sentence that then begins. */
function gap(template: string, from: number, to: number): Cut[] {
  const before = /(?:,\s*|\s+)$/u.exec(template.slice(0, from))?.[0] ?? '';
  const beginning = /(^|[.!?\n]\s*)$/u.test(template.slice(0, from));
  if (!beginning) return [{ start: from - before.length, end: to, by: '' }];
  const after = /^[,!.]?\s*/u.exec(template.slice(to))?.[0] ?? '';
  const end = to + after.length;
  const next = template.slice(end, end + 1);
  return [{ start: from, end: end + next.length, by: next.toUpperCase() }];
}

function placeAfter(cuts: readonly Cut[], place: number): number {
  let moved = 0;
  for (const { start, end, by } of cuts) {
    if (end <= place) moved += by.length - (end - start);
    else if (start < place) return start + moved + Math.min(place - start, by.length);
  }
  return place + moved;
}
