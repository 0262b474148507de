import type { TokenOptions, UserOptions } from "../emulator/emulator.ts";
import { CLOUDS } from "../engine/identifiers.ts";
import { USER_KINDS } from "../engine/user-ids.ts";
import { milliseconds, oneOf, readObject, text, texts, time, truth, whole } from "./check.ts";
import type { OverviewQuery } from "./overview.ts";
import type { RequestLogFilter } from "./request-log.ts";

/** A change of the clock. */
export interface ClockWish {
  /** Sets the clock back to real time, before the other changes. */
  readonly reset?: boolean;
  /** The time to set, in epoch milliseconds. */
  readonly set?: number;
  readonly freeze?: boolean;
  /** The milliseconds to advance. */
  readonly advance?: number;
}

/** Validates a change of the clock. */
export function checkClockWish(value: unknown): ClockWish {
  return readObject<ClockWish>(value, "clock", {
    reset: truth,
    set: time,
    freeze: truth,
    advance: milliseconds,
  });
}

/** Validates the setting of the rate limits. */
export function checkRateLimitWish(value: unknown): { readonly enforced?: boolean } {
  return readObject<{ readonly enforced?: boolean }>(value, "rateLimits", { enforced: truth });
}

const TOKEN = { scopes: texts, expiresInMinutes: whole(0, 0x7fff_ffff) };

/** Validates the types of token options. The engine checks scopes and lifetime. */
export function checkTokenWish(value: unknown): TokenOptions {
  return readObject<TokenOptions>(value, "token", TOKEN);
}

/** Validates the options of a new user. */
export function checkUserWish(value: unknown): UserOptions {
  return readObject<UserOptions>(value, "user", {
    id: text,
    name: text,
    kind: oneOf(USER_KINDS),
    cloud: oneOf(CLOUDS),
    ...TOKEN,
  });
}

const number = whole(0, Number.MAX_SAFE_INTEGER);

/** Validates a filter of the request log. */
export function checkLogFilter(value: unknown): RequestLogFilter {
  return readObject<RequestLogFilter>(value, "filter", {
    after: number,
    operation: text,
    method: text,
    userId: text,
    status: number,
    text,
    limit: number,
  });
}

/** Reads the filter for threads from a query. */
export function toOverviewQuery(query: Readonly<Record<string, string>>): OverviewQuery {
  const { limit, text: part } = query;
  const value = { limit: limit === undefined ? limit : Number(limit), text: part };
  return readObject<OverviewQuery>(value, "query", { limit: number, text });
}

/** Reads a filter of the request log from a query, without checking it: its numbers are still strings. */
export function toLogFilter(query: Readonly<Record<string, string>>): Record<string, unknown> {
  const numbers: ReadonlySet<string> = new Set(["after", "status", "limit"]);
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => [
      name,
      numbers.has(name) && /^\d{1,15}$/.test(value) ? Number(value) : value,
    ]),
  );
}
