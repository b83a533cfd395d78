import { randomUUID } from 'node:crypto';

/** A form of several parts: its content type and its body. */
export interface Multipart {
  readonly type: string;
  readonly body: string;
}

/** Writes fields as a form of several parts, for those platforms that take no other. */
export function multipartOf(fields: Readonly<Record<string, string>>): Multipart {
  // Nobody can have put it into a text.
  const boundary = `heard-${randomUUID()}`;
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return { type: `multipart/form-data; boundary=${boundary}`, body: `${parts.join('')}--${boundary}--\r\n` };
}

/** Reads the fields of such a form, as a made-up platform does. */
export function multipartFields(type: string, body: string): Readonly<Record<string, string>> {
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary === undefined) return {};
  const fields: Record<string, string> = {};
  for (const part of body.split(`--${boundary}`).slice(1, -1)) {
    const [head = '', ...rest] = part.split('\r\n\r\n');
    const name = /name="([^"]*)"/.exec(head)?.[1];
    if (name !== undefined) fields[name] = rest.join('\r\n\r\n').replace(/\r\n$/, '');
  }
  return fields;
}
