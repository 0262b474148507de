// Written by @acs-chat/codegen from AzureCommunicationServices.Chat, API version 2025-03-15, spec 504c9b581354d9f7. Do not edit.

import type { PipelineResponse } from "@azure/core-rest-pipeline";
import type { ClientContext } from "./context.ts";

/** A value of a response that differs from the service's description. */
export interface Mismatch {
  /** The path of the value from the body's root: `.value[3].id`. */
  path: string;
  /** The path with `*` for indexes and for the keys of records. */
  place: string;
  readonly expected: string;
  readonly value: unknown;
}

/** The response that is being read. */
export interface ResponseSource {
  readonly context: Pick<ClientContext, "validateResponses" | "warn">;
  /** The operation's name. */
  readonly operation: string;
  readonly response: PipelineResponse;
}

/** One walk through a parsed body. */
export interface Walk extends ResponseSource {
  readonly mismatches: Mismatch[];
}

/** The most mismatches that are recorded in one body. */
const mostMismatches = 100;

/** Records that a value, or a property's value, differs from its description. Returns it unchanged. */
export function mismatch<T>(walk: Walk, expected: string, value: unknown, key?: string): T {
  const path = key === undefined ? "" : `.${key}`;
  if (walk.mismatches.length < mostMismatches) {
    walk.mismatches.push({ path, place: path, expected, value });
  }
  return value as T;
}

/**
 * Prefixes the paths of the mismatches from index `before` on. Of those from index `start` on, only the first one at
 * each place is kept.
 */
export function within(
  walk: Walk,
  before: number,
  step: string,
  place: string = step,
  start: number = before,
): void {
  const { mismatches } = walk;
  for (const found of mismatches.splice(before)) {
    found.path = step + found.path;
    found.place = place + found.place;
    const isKnown = mismatches.some((other, at) => at >= start && other.place === found.place);
    if (!isKnown) mismatches.push(found);
  }
}

/** A response that cannot be used. The message begins with the JSON path of the invalid value. */
export class ShapeError extends Error {}

/**
 * Reads a parsed body, or a part of one that is at `root`. Mismatches are an error if the context validates responses,
 * and are logged otherwise.
 */
export function readChecked<T>(
  source: ResponseSource,
  value: unknown,
  read: (value: unknown, walk: Walk) => T,
  root = "$",
): T {
  const { context, operation, response } = source;
  const walk: Walk = { context, operation, response, mismatches: [] };
  const result = read(value, walk);
  for (const { path, place, expected, value: found } of walk.mismatches) {
    // The result cannot be used if it is not the expected object or array.
    const isWhole = path === "" && (expected === "an object" || expected === "an array");
    if (isWhole || context.validateResponses) {
      // The value is truncated, because it can be a user's message and errors are logged.
      const text = JSON.stringify(found)?.slice(0, 22) ?? "missing";
      throw new ShapeError(`${root}${path} should be ${expected}, but is ${text}`);
    }
    context.warn(`${operation}: ${root}${place}`, `should be ${expected}, but is ${kindOf(found)}`);
  }
  return result;
}

/** Returns the type of a value, without the value itself. */
function kindOf(value: unknown): string {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

/** Returns a walk whose mismatches are ignored, for headers that an application reads itself. */
export function looseWalk(response: PipelineResponse): Walk {
  const context = { validateResponses: false, warn() {} };
  return { context, operation: "", response, mismatches: [] };
}
