import { type CsvRow, readCsv, sniffDelimiter } from './csv.js';

async function rowsOf(
  text: string,
  delimiter = ',',
  pieceLength = text.length,
  longest?: number,
): Promise<CsvRow[]> {
  const pieces = text === '' ? [] : (text.match(new RegExp(`[^]{1,${pieceLength}}`, 'g')) ?? []);
  const rows: CsvRow[] = [];
  for await (const row of readCsv(pieces, delimiter, longest)) rows.push(row);
  return rows;
}

describe('reading CSV', () => {
  const broken = 'a quote is opened and not closed';

  it.each<[string, string, CsvRow[]]>([
    ['plain cells', 'a,b\n1,2\n', [row(1, 'a', 'b'), row(2, '1', '2')]],
    ['no line end at the end', 'a,b', [row(1, 'a', 'b')]],
    ['Windows line ends', 'a,b\r\n1,2\r\n', [row(1, 'a', 'b'), row(2, '1', '2')]],
    ['old Macintosh line ends', 'a\rb\r', [row(1, 'a'), row(2, 'b')]],
    ['a delimiter in quotes', '"a,b",c', [row(1, 'a,b', 'c')]],
    ['doubled quotes', '"she said ""no""",c', [row(1, 'she said "no"', 'c')]],
    [
      'a cell of several lines',
      '"one\r\ntwo\nthree",x\nnext,y',
      [row(1, 'one\r\ntwo\nthree', 'x'), row(4, 'next', 'y')],
    ],
    ['an empty quoted cell', '"",b', [row(1, '', 'b')]],
    ['empty cells', ',b,', [row(1, '', 'b', '')]],
    ['blank lines', 'a\n\n  \n,,\nb', [row(1, 'a'), row(5, 'b')]],
    ['a quote inside a bare cell', '5" nail,b', [row(1, '5" nail', 'b')]],
    ['quotes that were not doubled', '"he said "hi" to me",5', [row(1, 'he said "hi" to me', '5')]],
    ['letters after a closing quote', '"a" b,c\nd,e"\nf', [row(1, 'a" b,c\nd,e'), row(3, 'f')]],
    ['a formula', '=HYPERLINK("http://x.example"),1', [row(1, '=HYPERLINK("http://x.example")', '1')]],
    [
      'a quote never closed costs its own line',
      'a,b\n"oops,1\nc,d\ne,f',
      [row(1, 'a', 'b'), { line: 2, broken }, row(3, 'c', 'd'), row(4, 'e', 'f')],
    ],
    ['nothing', '', []],
  ])('%s', async (_name, text, expected) => {
    expect(await rowsOf(text)).toEqual(expected);
  });

  it('gives the same rows however the text is cut into pieces', async () => {
    const text = 'id,text\r\n1,"one ""two""\r\nthree"\r\n2,"unclosed\r\n3,"x"\r\n\r\n4,y';
    const whole = await rowsOf(text);
    for (const pieceLength of [1, 2, 3, 5, 7, 11])
      expect(await rowsOf(text, ',', pieceLength)).toEqual(whole);
  });

  it('reads a cell of a megabyte', async () => {
    const long = 'слово, '.repeat(150_000);
    expect(await rowsOf(`1,"${long}"\n2,b\n`, ',', 65_536)).toEqual([row(1, '1', long), row(2, '2', 'b')]);
  });

  it('gives up a quote that runs on past the limit, and goes on with the next line', async () => {
    const text = `1,"oops\n${'2,b\n'.repeat(50)}`;
    const rows = await rowsOf(text, ',', 10, 40);
    expect(rows[0]).toEqual({ line: 1, broken });
    expect(rows.slice(1)).toHaveLength(50);
  });

  it.each([
    ['a,b,c', ','],
    ['a;b;c', ';'],
    ['a\tb', '\t'],
    ['"a,b,c";d;e', ';'],
    ['text', ','],
    ['a;b\n1,2,3,4', ';'],
  ])('finds the delimiter of %j', (sample, delimiter) => {
    expect(sniffDelimiter(sample)).toBe(delimiter);
  });
});

function row(line: number, ...cells: string[]): CsvRow {
  return { line, cells };
}
