import { type Contract, locateDocument, readContract } from "@acs-chat/spec-diff";
import { describe, expect, it } from "vitest";
import { OFFICIAL_PACKAGES } from "./packages.ts";

const VERSIONS = OFFICIAL_PACKAGES.map(({ apiVersion }) => apiVersion);
const CONTRACTS = new Map(
  VERSIONS.map((version) => [version, readContract(locateDocument(version, "."))] as const),
);

interface Part {
  readonly place: string;
  readonly description: string;
  /** The part that contains this one. A part in the same versions as its container needs no version in its docs. */
  readonly within?: string;
}

/** Enumerations that are declared in a parameter, with the operation of the parameter. */
const INLINE_ENUMS: Readonly<Record<string, string>> = { ImageViewType: "ChatThread_GetChatImage" };

function partsOf({ operations, models, enums }: Contract): Part[] {
  const parts: Part[] = [];
  for (const { id, description, parameters, body } of operations.values()) {
    parts.push({ place: id, description });
    for (const [key, one] of parameters) {
      parts.push({ place: `${id} ${key}`, description: one.description, within: id });
    }
    if (body) parts.push({ place: `${id} body`, description: body.description, within: id });
  }
  for (const { name, description, properties } of models.values()) {
    parts.push({ place: name, description });
    for (const one of properties.values()) {
      parts.push({ place: `${name}.${one.name}`, description: one.description, within: name });
    }
  }
  for (const { name, description, values } of enums.values()) {
    const within = INLINE_ENUMS[name];
    parts.push({ place: name, description, ...(within !== undefined && { within }) });
    for (const [value, text] of values) {
      parts.push({ place: `${name} ${value}`, description: text, within: name });
    }
  }
  return parts;
}

/** The versions of each part, by place. */
const PRESENCE = new Map<string, { readonly part: Part; readonly versions: string[] }>();
for (const [version, contract] of CONTRACTS) {
  for (const part of partsOf(contract)) {
    const known = PRESENCE.get(part.place);
    if (known) known.versions.push(version);
    else PRESENCE.set(part.place, { part, versions: [version] });
  }
}

/** Returns the sentence about versions that the docs of a part need; undefined if all versions have the part. */
function versionSentence(versions: readonly string[]): string | undefined {
  const [first = "", second] = versions;
  if (versions.length === VERSIONS.length) return undefined;
  if (first.endsWith("-preview")) {
    return second === undefined
      ? `Only in api-version ${first}.`
      : `Since api-version ${second}, and ${first}.`;
  }
  return versions.at(-1) === VERSIONS.at(-1)
    ? `Since api-version ${first}.`
    : `Only in api-version ${versions.join(", ")}.`;
}

describe("the docs of the contract", () => {
  it("are complete sentences for each part", () => {
    const bad = [...PRESENCE.values()].filter(
      ({ part }) => !/^[A-Z`0-9].*\.$/.test(part.description),
    );
    expect(bad.map(({ part }) => `${part.place}: ${part.description}`)).toEqual([]);
  });

  it("name the versions of a part that was added or removed", () => {
    const missing = [...PRESENCE.values()].flatMap(({ part, versions }) => {
      const container = part.within === undefined ? undefined : PRESENCE.get(part.within);
      if (container && String(container.versions) === String(versions)) return [];
      const expected = versionSentence(versions);
      return expected === undefined || part.description.includes(expected)
        ? []
        : [`${part.place} should say "${expected}" but says "${part.description}"`];
    });
    expect(missing).toEqual([]);
  });

  it("name no version for a part of all versions", () => {
    const superfluous = [...PRESENCE.values()].filter(
      ({ part, versions }) =>
        versions.length === VERSIONS.length && part.description.includes("api-version 2"),
    );
    expect(superfluous.map(({ part }) => part.place)).toEqual([]);
  });
});
