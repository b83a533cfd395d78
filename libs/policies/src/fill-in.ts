/**
 * A text with its placeholders filled in. What is not known is left out with its comma: `{customer}, hello` becomes
 * `Hello` for somebody without a name. Braces inside the values stay as they are.
 */
export function fillIn(text: string, values: Readonly<Partial<Record<string, string>>>): string {
  const known = (name: string): string => values[name]?.trim() ?? '';
  const filled = text.replaceAll(
    /(, )?\{([a-z]+)\}(, )?/gu,
    (_whole, before: string | undefined, name: string, after: string | undefined) => {
      const value = known(name);
      if (value !== '') return `${before ?? ''}${value}${after ?? ''}`;
      return before && after ? ', ' : '';
    },
  );
  const first = /^\{([a-z]+)\}/u.exec(text)?.[1];
  return first !== undefined && known(first) === '' ? capitalised(filled) : filled;
}

function capitalised(text: string): string {
  const [first = '', ...rest] = text;
  return first.toUpperCase() + rest.join('');
}
