import type { Where, WireTruth } from "@acs-chat/spec-chat/overlay";
import { isObject, type JsonObject, objectOr } from "./json.ts";
import { SpecError } from "./spec-error.ts";

type Mutable = Record<string, unknown>;

/** A document with wire truths merged into it. */
export interface Overlaid {
  readonly root: JsonObject;
  /** The truths that apply to the document. A truth does not apply if the version lacks the part that it describes. */
  readonly applied: readonly WireTruth[];
}

/**
 * Merges wire truths into a copy of a parsed OpenAPI 2.0 document.
 *
 * @throws SpecError if a truth contradicts the document: it adds a response that the document declares, or a type that
 * the document defines.
 */
export function applyWireTruths(
  root: JsonObject,
  truths: readonly WireTruth[],
  file: string,
): Overlaid {
  const copy = structuredClone(root) as Mutable;
  const applied = truths.filter((truth) => {
    const parts = partsOf(copy, truth, file);
    for (const part of parts) merge(part, truth.merge);
    return parts.length > 0;
  });
  return { root: copy, applied };
}

function partsOf(root: Mutable, truth: WireTruth, file: string): Mutable[] {
  const { where } = truth;
  switch (where.part) {
    case "answers":
      return operationsIn(root, where.operations).flatMap(({ operation }) =>
        Object.entries(mutable(operation, "responses"))
          .filter(([status]) => isMeant(status, where.statuses))
          .map(([status]) => mutable(mutable(operation, "responses"), status)),
      );
    case "new answer":
      return operationsIn(root, where.operations)
        .filter(({ operation }) => mutable(operation, "responses")["default"] === undefined)
        .map(({ id, operation }) => {
          const responses = mutable(operation, "responses");
          if (responses[where.status] !== undefined)
            contradict(file, id, truth, `declares ${where.status}`);
          return mutable(responses, where.status);
        });
    case "parameter":
      return operationsIn(root, [where.operation]).flatMap(({ operation }) =>
        (Array.isArray(operation["parameters"]) ? operation["parameters"] : []).filter(
          (parameter): parameter is Mutable =>
            isObject(parameter) && parameter["name"] === where.name,
        ),
      );
    case "property":
      return membersOf(
        objectOr(objectOr(root["definitions"])[where.model])["properties"],
        where.property,
      );
    case "model": {
      const definitions = mutable(root, "definitions");
      const known = definitions[where.model] !== undefined;
      if (known && where.isNew) contradict(file, where.model, truth, "defines it");
      return known || where.isNew ? [mutable(definitions, where.model)] : [];
    }
  }
}

function isMeant(
  status: string,
  statuses: Extract<Where, { part: "answers" }>["statuses"],
): boolean {
  if (statuses === "all") return true;
  if (statuses === "errors") return status === "default" || Number(status) >= 400;
  return statuses.includes(status);
}

interface Found {
  readonly id: string;
  readonly operation: Mutable;
}

function operationsIn(root: Mutable, wanted: readonly string[] | "all" | "on a thread"): Found[] {
  return Object.entries(mutable(root, "paths")).flatMap(([path, item]) =>
    Object.values(objectOr(item))
      .filter((operation): operation is Mutable => isObject(operation))
      .map((operation) => ({ id: String(operation["operationId"]), operation }))
      .filter(({ id }) => {
        if (wanted === "all") return true;
        return wanted === "on a thread" ? path.includes("{chatThreadId}") : wanted.includes(id);
      }),
  );
}

function membersOf(value: unknown, name: string): Mutable[] {
  const member = objectOr(value)[name];
  return isObject(member) ? [member as Mutable] : [];
}

/** Returns a member of an object. A missing member becomes an empty object. */
function mutable(object: Mutable, key: string): Mutable {
  const value = object[key];
  if (isObject(value)) return value as Mutable;
  const created: Mutable = {};
  object[key] = created;
  return created;
}

function merge(target: Mutable, patch: JsonObject): void {
  for (const [key, value] of Object.entries(patch)) {
    const old = target[key];
    // A reference replaces the whole object: other members must not remain beside it.
    if (isObject(value) && isObject(old) && !("$ref" in value)) merge(old as Mutable, value);
    else target[key] = structuredClone(value);
  }
}

function contradict(file: string, place: string, truth: WireTruth, found: string): never {
  throw new SpecError(
    file,
    place,
    `the wire truth "${truth.what}" is out of date, because the document already ${found}. Remove it from specs/chat/overlay`,
  );
}
