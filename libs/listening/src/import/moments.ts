const iso =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?)?$/i;
const dayFirst = /^(\d{1,2})[./](\d{1,2})[./](\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const named =
  /^(?:[a-z]{3},\s*)?\d{1,2}\s+[a-z]{3,9}\s+\d{4}\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:gmt|utc|[+-]\d{4})$/i;

/**
 * Reads a moment as files write it: ISO 8601, `21.11.2026 10:02`, RFC 2822, seconds or milliseconds since 1970.
 * Without a zone it is UTC. Undefined when it is none, or when day and month cannot be told apart.
 */
export function momentOf(value: unknown): Date | undefined {
  if (typeof value === 'number') return fromEpoch(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (/^\d{10}(\d{3})?$/.test(text)) return fromEpoch(Number(text));
  const [, year, month, day, hour, minute, second, zone] = iso.exec(text) ?? [];
  if (year !== undefined) return fromParts([year, month, day, hour, minute, second], zone);
  const european = dayFirst.exec(text);
  // 03/04/2026 is April to some and March to others.
  if (european && (text.includes('.') || Number(european[1]) > 12)) {
    return fromParts([european[3], european[2], european[1], european[4], european[5], european[6]]);
  }
  return named.test(text) ? valid(new Date(text)) : undefined;
}

function fromEpoch(value: number): Date | undefined {
  return valid(new Date(value < 100_000_000_000 ? value * 1_000 : value));
}

/** Year to second; a day or month that does not exist is no moment. */
function fromParts(parts: readonly (string | undefined)[], zone = 'Z'): Date | undefined {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts.map((part) =>
    Number(part ?? 0),
  );
  const at = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day || minute > 59 || second > 60)
    return undefined;
  return valid(new Date(at.getTime() - zoneMinutes(zone) * 60_000));
}

function zoneMinutes(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
}

const valid = (at: Date): Date | undefined => (Number.isNaN(at.getTime()) ? undefined : at);
