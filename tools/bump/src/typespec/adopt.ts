import type { Contract, Place } from "@acs-chat/codegen/contract";
import { adoptOperations } from "./adopt-operations.ts";
import { adoptTypes, type TakenForRename } from "./adopt-types.ts";
import { forSpecification } from "./client-decorators.ts";
import { Draft, type Obstacle } from "./draft.ts";
import type { Sources } from "./files.ts";
import { learn } from "./known.ts";
import { decorated, write, type Written } from "./written.ts";

export type { TakenForRename };

/** The specification with the new version added. */
export interface Adopted {
  readonly sources: ReadonlyMap<string, string>;
  readonly renames: readonly TakenForRename[];
  /** What was not written, because TypeSpec cannot express it, or not for one version alone. */
  readonly obstacles: readonly Obstacle[];
  /** The place in the document of each declaration and member that was written, by name. */
  readonly origins: ReadonlyMap<string, Place>;
}

/**
 * Adds the differences between two documents to versioned TypeSpec. The converter of `@acs-chat/codegen` writes both
 * documents as TypeSpec; the differences between the two texts are applied to the specification. All other lines of it
 * are unchanged.
 */
export async function adopt(
  sources: Sources,
  version: string,
  before: Contract,
  after: Contract,
): Promise<Adopted> {
  const into = new Draft(sources, version);
  const [old, now] = [write(before), write(after)];
  const versions = into.find("Versions");
  if (versions !== undefined)
    into.append(versions, `/** ${version}. */\n${into.member}: ${JSON.stringify(version)},`);
  const renames = adoptTypes(into, old, now);
  adoptOperations(into, old, now, learn(into, old, now));
  adoptService(into, before, after);
  declareMissing(into, now);
  const { obstacles, origins } = into;
  return { sources: await into.finish(), renames, obstacles, origins };
}

/** Reports a changed host or changed credentials: TypeSpec declares these once for all versions. */
function adoptService(into: Draft, before: Contract, after: Contract): void {
  const hosts = [before, after].map(({ servers }) => servers.map(({ url }) => url).join(", "));
  if (hosts[0] !== hosts[1]) {
    into.stop(
      placeOf(after, "x-ms-parameterized-host", "host", "servers", "basePath"),
      `the host was ${hosts[0]} and is ${hosts[1]}: TypeSpec cannot change @server for one API version alone. Change it by hand if the new host serves all versions, else let callers pass the endpoint`,
    );
  }
  const wants = [before, after].map(({ security, schemes }) =>
    JSON.stringify([security, [...schemes.keys()]]),
  );
  if (wants[0] !== wants[1]) {
    into.stop(
      placeOf(after, "security", "securityDefinitions", "components"),
      "the service requires other credentials: TypeSpec cannot change @useAuth for one API version alone. Change it by hand if it applies to all of them",
    );
  }
}

function placeOf({ at }: Contract, ...keys: readonly string[]): Place {
  const key = keys.find((one) => at.peek(one) !== undefined);
  return (key === undefined ? undefined : at.get(key)) ?? at;
}

/** Declares the types that new text refers to and the specification does not have yet. */
function declareMissing(into: Draft, now: Written): void {
  const candidates = [...now.shared.values(), ...now.types.values()];
  for (let isDone = false; !isDone;) {
    const text = into.writes();
    const missing = candidates.filter(
      ({ name }) =>
        into.find(name) === undefined &&
        !into.declares(name) &&
        new RegExp(`\\b${name}\\b`).test(text),
    );
    for (const one of missing) {
      into.note(one.name, one.place);
      into.declare(one.name, decorated(forSpecification(into, one), into.added));
    }
    isDone = missing.length === 0;
  }
}
