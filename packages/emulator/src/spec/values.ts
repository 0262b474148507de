const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Parses an RFC 3339 date-time of any precision to epoch milliseconds; undefined if it is invalid. */
export function parseDateTime(text: string): number | undefined {
  if (!DATE_TIME.test(text)) return undefined;
  const at = Date.parse(
    text
      .replace(" ", "T")
      .replace(/(\.\d{3})\d+/, "$1")
      .toUpperCase(),
  );
  return Number.isNaN(at) ? undefined : at;
}

const US_DATE_TIME =
  /^(\d{1,2})\/(\d{1,2})\/(\d{4}) (\d{1,2}):(\d{2}):(\d{2}) ([AP])M ([+-]\d{2}:\d{2})$/;

/**
 * Parses a date-time in US notation, `1/1/1970 12:00:00 AM +00:00`, to epoch milliseconds. The
 * service writes it into links. Returns undefined if it is invalid.
 */
export function parseUsDateTime(text: string): number | undefined {
  const [, month, day, year, hour, minute, second, half, offset] = US_DATE_TIME.exec(text) ?? [];
  if (month === undefined || day === undefined) return undefined;
  const hours = (Number(hour) % 12) + (half === "P" ? 12 : 0);
  const [mm, dd, hh] = [month, day, String(hours)].map((part) => part.padStart(2, "0"));
  if (Number(hour) < 1 || Number(hour) > 12) return undefined;
  return parseDateTime(`${year}-${mm}-${dd}T${hh}:${minute}:${second}${offset}`);
}

/** Formats a date-time in US notation, in whole seconds, UTC. */
export function formatUsDateTime(at: number): string {
  const date = new Date(at);
  const hour = date.getUTCHours();
  const [minute, second] = [date.getUTCMinutes(), date.getUTCSeconds()].map((part) =>
    String(part).padStart(2, "0"),
  );
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  return `${day} ${hour % 12 || 12}:${minute}:${second} ${hour < 12 ? "AM" : "PM"} +00:00`;
}

/** Formats a date-time as the chat API does: whole seconds, UTC. */
export function formatDateTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, -5)}Z`;
}

/** Formats a date-time as the identity API does: seven digits of a second, and the offset of UTC. */
export function formatOffsetDateTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, -1)}0000+00:00`;
}

/** Parses a decimal 32-bit integer; undefined if it is invalid. */
export function parseInt32(text: string): number | undefined {
  if (!/^[+-]?\d{1,10}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= -0x8000_0000 && value <= 0x7fff_ffff ? value : undefined;
}
