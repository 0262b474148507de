import * as fc from "fast-check";

/** A scalar with an encoding, and its expected values on the wire. They do not depend on the emitter. */
export interface Scalar {
  /** Its name in TypeSpec. */
  readonly type: string;
  readonly declaration?: string;
  readonly values: fc.Arbitrary<unknown>;
  readonly text: (value: never) => string;
  /** Returns the JSON of a value, if it differs from the value. */
  readonly json?: (value: never) => unknown;
}

const day = 86_400_000;
const dates = fc.integer({ min: -20_000 * day, max: 40_000 * day }).map((time) => new Date(time));
const wholeSeconds = dates.map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
const bytes = fc.uint8Array({ minLength: 1, maxLength: 12 });

const iso = (date: Date): string => date.toISOString();
const seconds = (date: Date): number => date.getTime() / 1000;
const plain = (value: unknown): string => `${value as string}`;
const base64 = (value: Uint8Array): string => Buffer.from(value).toString("base64");
const base64url = (value: Uint8Array): string => Buffer.from(value).toString("base64url");
/** Formats an HTTP date without `toUTCString`. */
const http = (date: Date): string => {
  const weekday = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][date.getUTCDay()];
  const month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[date.getUTCMonth()];
  const [year = "", , dayOfMonth = ""] = date.toISOString().slice(0, 10).split("-");
  return `${weekday}, ${dayOfMonth} ${month} ${year} ${date.toISOString().slice(11, 19)} GMT`;
};

export const scalars: Readonly<Record<string, Scalar>> = {
  word: { type: "string", values: fc.stringMatching(/^[a-z]{1,9}$/), text: plain },
  whole: { type: "int32", values: fc.integer(), text: plain },
  float: { type: "float64", values: fc.integer().map((value) => value / 8), text: plain },
  long: {
    type: "Long",
    declaration: "@encode(string) scalar Long extends int64;",
    values: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    text: plain,
    json: plain,
  },
  longer: {
    type: "Longer",
    declaration: "scalar Longer extends Long;",
    values: fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }),
    text: plain,
    json: plain,
  },
  ratioText: {
    type: "RatioText",
    declaration: "@encode(string) scalar RatioText extends float64;",
    values: fc.integer().map((value) => value / 8),
    text: plain,
    json: plain,
  },
  odd: {
    type: "Odd",
    declaration: '@encode("odd") scalar Odd extends utcDateTime;',
    values: fc.stringMatching(/^[a-z]{1,9}$/),
    text: plain,
  },
  flag: { type: "boolean", values: fc.boolean(), text: plain },
  flagText: {
    type: "FlagText",
    declaration: "@encode(string) scalar FlagText extends boolean;",
    values: fc.boolean(),
    text: plain,
    json: plain,
  },
  color: {
    type: "Color",
    declaration: 'enum Color { red, blue: "blue-ish" }',
    values: fc.constantFrom("red", "blue-ish"),
    text: plain,
  },
  level: {
    type: "Level",
    declaration: "enum Level { one: 1, two: 2 }",
    values: fc.constantFrom(1, 2),
    text: plain,
  },
  isoDate: {
    type: "IsoDate",
    declaration: '@encode("rfc3339") scalar IsoDate extends utcDateTime;',
    values: dates,
    text: iso,
    json: iso,
  },
  httpDate: {
    type: "HttpDate",
    declaration: '@encode("rfc7231") scalar HttpDate extends utcDateTime;',
    values: wholeSeconds,
    text: http,
    json: http,
  },
  unixDate: {
    type: "unixTimestamp32",
    values: wholeSeconds,
    text: (date: Date) => `${seconds(date)}`,
    json: seconds,
  },
  dateOrWord: {
    type: "DateOrWord",
    declaration: 'union DateOrWord { IsoDate, "now" }',
    values: fc.oneof(dates, fc.constant("now")),
    text: (value: Date | string) => (value instanceof Date ? iso(value) : value),
    json: (value: Date | string) => (value instanceof Date ? iso(value) : value),
  },
  day: { type: "plainDate", values: dates.map((date) => iso(date).slice(0, 10)), text: plain },
  span: { type: "duration", values: fc.nat(99).map((count) => `PT${count}S`), text: plain },
  secs: {
    type: "Secs",
    declaration: '@encode("seconds", int32) scalar Secs extends duration;',
    values: fc.nat(),
    text: plain,
  },
  base64: {
    type: "Base64",
    declaration: '@encode("base64") scalar Base64 extends bytes;',
    values: bytes,
    text: base64,
    json: base64,
  },
  base64url: {
    type: "Base64Url",
    declaration: '@encode("base64url") scalar Base64Url extends bytes;',
    values: bytes,
    text: base64url,
    json: base64url,
  },
  anything: {
    type: "unknown",
    values: fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown),
    text: plain,
  },
};
