/** The name of an encoding that a feed declares, in its header or in the XML itself. */
const inHeader = /charset\s*=\s*"?([\w-]+)/iu;
const inXml = /^[^<]{0,10}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)["']/u;

/**
 * The text of a feed: by the encoding it declares, else by UTF-8, else by windows-1251, which Russian feeds still use
 * without a word about it.
 */
export function decodeFeed(bytes: Buffer, contentType: string | undefined): string {
  const declared = [
    inHeader.exec(contentType ?? '')?.[1],
    inXml.exec(bytes.subarray(0, 400).toString('latin1'))?.[1],
  ];
  for (const name of [...declared, 'utf-8']) {
    const text = name === undefined ? undefined : decodedBy(name, bytes);
    if (text !== undefined) return text;
  }
  const utf8 = new TextDecoder().decode(bytes);
  const says = declared.some((name) => /^utf-?8$/iu.test(name ?? ''));
  return says && isMostlyWhole(utf8) ? utf8 : new TextDecoder('windows-1251').decode(bytes);
}

/** Undefined when the bytes are not of this encoding, or nobody knows its name. */
function decodedBy(name: string, bytes: Buffer): string | undefined {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    // It throws for a name that it does not know and for bytes that are no letters; a wrong declaration is as good as none.
    return undefined;
  }
}

/** A letter that was cut in two spoils a sign or so; another encoding spoils nearly all but the Latin ones. */
function isMostlyWhole(text: string): boolean {
  const foreign = text.match(/[\u0080-\uffff]/gu) ?? [];
  return foreign.filter((sign) => sign === '\ufffd').length * 2 < foreign.length;
}
