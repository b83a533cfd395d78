/** The candidate that takes the fewest letters to add, drop or change. */
export function nearest(word: string, candidates: readonly string[]): string {
  return candidates.reduce((best, candidate) =>
    distance(word, candidate) < distance(word, best) ? candidate : best,
  );
}

function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [line, letter] of Array.from(from).entries()) {
    const next = [line + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const changed = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(changed, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
