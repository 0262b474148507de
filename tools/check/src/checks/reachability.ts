import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, type Finding, NotReady } from "../check.ts";
import { type Faces, readFaces } from "../public-types.ts";

/** How the high-level package exposes things under other names, and what it does not expose. */
export interface Exceptions {
  /** The high-level types that together correspond to a low-level one. */
  readonly types: Readonly<Record<string, readonly string[]>>;
  /** The high-level property that corresponds to a low-level one. */
  readonly properties: Readonly<Record<string, string>>;
  /** Operations, types and properties that are not exposed, each with the reason. */
  readonly absent: Readonly<Record<string, string>>;
}

const file = "tools/check/data/reachability.json";

/** Checks that the high-level package exposes everything of the low-level one, or lists a reason. */
export const reachability: Check = {
  name: "reachability",
  holds: "every operation and property is reachable from the high-level package",
  run: async (root) => {
    const exceptions = await readFile(join(root, file), "utf8").then(
      (text) => JSON.parse(text) as Exceptions,
      () => {
        throw new NotReady(`${file} cannot be read: restore it from git`);
      },
    );
    const faces = await readFaces(root);
    return [...missing(faces, exceptions), ...stale(faces, exceptions)];
  },
};

/** Returns a finding for each operation, model and property that is neither reachable nor listed as absent. */
export function missing(faces: Faces, exceptions: Exceptions): Finding[] {
  const findings: Finding[] = [];
  for (const [name, where] of faces.operations) {
    if (faces.used.has(name) || name in exceptions.absent) continue;
    findings.push({
      where,
      what: `no function of packages/client calls ${name}`,
      todo: `add a method to packages/client/src/chat-client.ts or chat-thread-client.ts, or a reason to "absent" in ${file}`,
    });
  }
  for (const name of faces.models) {
    if (name in exceptions.absent) continue;
    const shown = shownBy(name, faces, exceptions);
    if (shown.length === 0) {
      findings.push({
        where: faces.where(name),
        what: `no type of packages/client corresponds to ${name}`,
        todo: `add one to packages/client/src/models.ts, or in ${file} name the corresponding type in "types" or give a reason in "absent"`,
      });
      continue;
    }
    for (const property of faces.rest.get(name) ?? []) {
      const key = `${name}.${property}`;
      if (key in exceptions.absent || isShown(key, property, shown, faces, exceptions)) continue;
      findings.push({
        where: faces.where(name, property),
        what: `${shown.join(" or ")} of packages/client does not have ${key}`,
        todo: `add it to packages/client/src/models.ts and convert it there, or in ${file} name the corresponding property in "properties" or give a reason in "absent"`,
      });
    }
  }
  return findings;
}

/** Returns a finding for each listed exception that does not exist or is reachable. */
export function stale(faces: Faces, exceptions: Exceptions): Finding[] {
  const exists = (key: string): boolean => {
    const [type = "", property] = key.split(".");
    if (property === undefined) return faces.models.has(key) || faces.operations.has(key);
    return faces.rest.get(type)?.has(property) === true;
  };
  const without: Exceptions = { ...exceptions, absent: {} };
  const open = new Set(
    missing(faces, without).map(({ what }) => / ([\w.]+)$/.exec(what)?.[1] ?? what),
  );
  return [
    ...Object.keys({ ...exceptions.types, ...exceptions.properties, ...exceptions.absent })
      .filter((key) => !exists(key))
      .map((key) => finding(`${key} is not part of the low-level package`)),
    ...Object.keys(exceptions.absent)
      .filter((key) => exists(key) && !open.has(key))
      .map((key) => finding(`${key} is listed as absent, but can be reached`)),
  ];
}

function finding(what: string): Finding {
  return { where: file, what, todo: "remove the entry" };
}

function shownBy(name: string, { client }: Faces, { types }: Exceptions): readonly string[] {
  return (types[name] ?? [name]).filter((one) => client.has(one));
}

function isShown(
  key: string,
  property: string,
  shown: readonly string[],
  { client }: Faces,
  { properties }: Exceptions,
): boolean {
  const other = properties[key];
  if (other === undefined) return shown.some((type) => client.get(type)?.has(property) === true);
  const [type = "", name = ""] = other.split(".");
  return client.get(type)?.has(name) === true;
}
