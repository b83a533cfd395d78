/** The name of an encoding that a feed declares, in its header or in the XML itself. */
const inHeader = /charset\s*=\s*"?([\w-]+)/iu;
const inXml = /^[^<]{0,10}<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w-]+)["']/u;

/**
 * The text of a feed: by the encoding it declares, else by UTF-8, else by windows-1251, which Russian feeds still use
 * without a word about it.
 */
export function decodeFeed(bytes: Buffer, contentType: string | undefined): string {
  const declared =
    inHeader.exec(contentType ?? '')?.[1] ?? inXml.exec(bytes.subarray(0, 400).toString('latin1'))?.[1];
  const decoder = declared === undefined ? undefined : decoderOf(declared);
  if (decoder) return decoder.decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1251').decode(bytes);
  }
}

/** A name that nobody knows is as good as none. */
function decoderOf(name: string): InstanceType<typeof TextDecoder> | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    // It throws for nothing but a name that it does not know.
    return undefined;
  }
}
