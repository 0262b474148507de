import type { Contract, Place } from "@acs-chat/codegen/contract";
import { adoptOperations } from "./adopt-operations.ts";
import { adoptTypes, type TakenForRename } from "./adopt-types.ts";
import { forSpecification } from "./client-decorators.ts";
import { Draft, type Obstacle } from "./draft.ts";
import type { Sources } from "./files.ts";
import { learn } from "./known.ts";
import { decorated, write, type Written } from "./written.ts";

export type { TakenForRename };

/** The specification with a version more. */
export interface Adopted {
  readonly sources: ReadonlyMap<string, string>;
  readonly renames: readonly TakenForRename[];
  /** What is left out, because TypeSpec cannot say it, or cannot say it of one version alone. */
  readonly obstacles: readonly Obstacle[];
  /** The places in the document that declarations and their members were written from, by name. */
  readonly origins: ReadonlyMap<string, Place>;
}

/**
 * Writes the difference between two documents into versioned TypeSpec. Both are written by the converter of
 * `@acs-chat/codegen`; what differs between the two texts is carried over to the specification, which stays as it is
 * everywhere else.
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

/** The host and the credentials of the service are the same in all its versions. */
function adoptService(into: Draft, before: Contract, after: Contract): void {
  const hosts = [before, after].map(({ servers }) => servers.map(({ url }) => url).join(", "));
  if (hosts[0] !== hosts[1]) {
    into.stop(
      placeOf(after, "x-ms-parameterized-host", "host", "servers", "basePath"),
      `the host was ${hosts[0]} and is ${hosts[1]}: @server is for all API versions alike. Change it by hand if it is true of all; else let callers pass the endpoint`,
    );
  }
  const wants = [before, after].map(({ security, schemes }) =>
    JSON.stringify([security, [...schemes.keys()]]),
  );
  if (wants[0] !== wants[1]) {
    into.stop(
      placeOf(after, "security", "securityDefinitions", "components"),
      "the service requires other credentials: @useAuth is for all API versions alike. Change it by hand if it is true of all",
    );
  }
}

function placeOf({ at }: Contract, ...keys: readonly string[]): Place {
  const key = keys.find((one) => at.peek(one) !== undefined);
  return (key === undefined ? undefined : at.get(key)) ?? at;
}

/** Declares what new text refers to and the specification does not have yet. */
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
