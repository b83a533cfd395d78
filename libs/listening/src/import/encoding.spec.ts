import { EncodingDetector } from './encoding.js';

const text = 'id;текст\n1;Замовлення так і не привезли, ґудзик і їжак\n2;Верните деньги!\n';

/** Cyrillic letters lie together in windows-1251, but for a few. */
function cp1251(of: string): Buffer {
  const others: Record<string, number> = {
    Ґ: 0xa5,
    ґ: 0xb4,
    Є: 0xaa,
    є: 0xba,
    І: 0xb2,
    і: 0xb3,
    Ї: 0xaf,
    ї: 0xbf,
  };
  return Buffer.from(
    Array.from(of, (letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return others[letter] ?? (code >= 0x410 && code <= 0x44f ? code - 0x350 : code);
    }),
  );
}

function detect(bytes: Buffer, pieceLength = bytes.length): string {
  const detector = new EncodingDetector();
  for (let at = 0; at < bytes.length; at += pieceLength) detector.add(bytes.subarray(at, at + pieceLength));
  return detector.end();
}

describe('finding the encoding of a file', () => {
  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without one', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16BE without one', Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
    ['windows-1251', cp1251(text), 'windows-1251'],
    ['ASCII', Buffer.from('id,text\n1,hello\n'), 'utf-8'],
    ['nothing', Buffer.alloc(0), 'utf-8'],
    [
      'UTF-8 with one broken letter',
      Buffer.concat([Buffer.from(text), Buffer.from([0xd0]), Buffer.from(' x')]),
      'utf-8',
    ],
  ])('%s', (_name, bytes, encoding) => {
    expect(detect(bytes)).toBe(encoding);
    if (bytes.length > 0) expect(detect(bytes, 3)).toBe(encoding);
  });

  it('does not decide by the beginning alone', () => {
    const bytes = Buffer.concat([Buffer.from('1;hello\n'.repeat(50_000)), cp1251('2;Верните деньги!\n')]);
    expect(detect(bytes, 65_536)).toBe('windows-1251');
  });

  it('decodes what was written in windows-1251', () => {
    expect(new TextDecoder('windows-1251').decode(cp1251(text))).toBe(text);
  });
});
