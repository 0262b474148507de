const DATE_TIME =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/** Epoch milliseconds of an RFC 3339 date-time of any precision; undefined if it is none. */
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

/** A date-time as the service writes it: whole seconds, UTC. */
export function formatDateTime(at: number): string {
  return `${new Date(at).toISOString().slice(0, -5)}Z`;
}

/** A 32-bit integer in decimal; undefined if the text is none. */
export function parseInt32(text: string): number | undefined {
  if (!/^[+-]?\d{1,10}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= -0x8000_0000 && value <= 0x7fff_ffff ? value : undefined;
}
