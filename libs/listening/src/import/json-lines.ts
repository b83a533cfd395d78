/** One line of a file, by its number from 1; a line that is too long is cut and marked. */
export interface Line {
  readonly line: number;
  readonly text: string;
  readonly tooLong: boolean;
}

const longestLine = 16 * 1024 * 1024;

/** Divides text into lines, holding one at a time; empty lines are left out. */
export async function* readLines(
  text: AsyncIterable<string> | Iterable<string>,
  longest = longestLine,
): AsyncGenerator<Line> {
  let pieces: string[] = [];
  let length = 0;
  let line = 0;
  const add = (piece: string): void => {
    if (length <= longest) pieces.push(piece);
    length += piece.length;
  };
  const finish = function* (): Generator<Line> {
    line++;
    const whole = pieces.join('');
    if (whole.trim() !== '') yield { line, text: whole, tooLong: length > longest };
    pieces = [];
    length = 0;
  };
  for await (const piece of text) {
    const parts = piece.split('\n');
    for (const part of parts.slice(0, -1)) {
      add(part);
      yield* finish();
    }
    add(parts.at(-1) ?? '');
  }
  if (length > 0) yield* finish();
}
