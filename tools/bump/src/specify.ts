import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type Contract,
  describePlace,
  type Place,
  type ReadDocument,
} from "@acs-chat/codegen/contract";
import {
  contractOf,
  describeChange,
  diffContracts,
  notCompared,
  placeIn,
  readDocument,
  readSource,
  withUnsaid,
} from "@acs-chat/spec-diff";
import type { Item } from "./checklist.ts";
import { displayed } from "./displayed.ts";
import { isPartOfSpecification, type Request } from "./request.ts";
import { adopt, type TakenForRename } from "./typespec/adopt.ts";
import { declarationsIn, membersOf } from "./typespec/files.ts";

/** The new specification, written into the working copy. */
export interface Specified {
  readonly renames: readonly TakenForRename[];
  /** What TypeSpec cannot express, with the places in the document. */
  readonly items: readonly Item[];
  /** Returns the place in the document from which a line of the specification was written. */
  originOf(file: string, line: number): Place | undefined;
}

const folder = "specs/chat";

/** Reads the compiled document of an API version. */
export function compiledDocument(root: string, version: string): ReadDocument {
  return readSource(readDocument(join(root, folder, "openapi", `${version}.json`)));
}

/** Writes the new specification into the working copy. */
export async function specify(
  root: string,
  { version, specification }: Request,
  before: Contract,
): Promise<Specified> {
  const present = new Map<string, string>();
  for (const name of (await readdir(join(root, folder))).filter(isPartOfSpecification)) {
    present.set(name, await readFile(join(root, folder, name), "utf8"));
  }
  if (specification.kind === "typespec") {
    await replaceSources(root, present, specification.sources);
    return { renames: [], items: [], originOf: () => undefined };
  }
  const document = specification.read.contract;
  const given = withUnsaid(document, before);
  const adopted = await adopt(present, version, before, given);
  const sources = new Map(adopted.sources);
  if (!version.endsWith("-preview")) {
    // Only the newest version has an OpenAPI 3 document, which is named after it.
    const config = sources.get("tspconfig.yaml") ?? "";
    sources.set("tspconfig.yaml", config.replaceAll(before.info.version, version));
  }
  await replaceSources(root, present, sources);
  return {
    renames: adopted.renames,
    items: adopted.obstacles.map(({ place, what }) => ({
      where: describePlace(displayed(place ?? document.at)),
      what: `not written to the TypeSpec: ${what}`,
    })),
    originOf: (file, line) => originOf(sources.get(file) ?? "", line, adopted.origins),
  };
}

async function replaceSources(
  root: string,
  present: ReadonlyMap<string, string>,
  sources: ReadonlyMap<string, string>,
): Promise<void> {
  for (const name of present.keys()) await rm(join(root, folder, name));
  for (const [name, text] of sources) await writeFile(join(root, folder, name), text);
}

/** Returns the place from which the declaration or member around a line was written. */
function originOf(
  text: string,
  line: number,
  origins: ReadonlyMap<string, Place>,
): Place | undefined {
  const at =
    text
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length + 1;
  const declaration = declarationsIn(text).find(({ pos, end }) => pos <= at && at <= end);
  if (declaration === undefined) return undefined;
  const own = declaration.id.sv;
  const member = membersOf(declaration).find(({ pos, end }) => pos <= at && at <= end);
  return origins.get(`${own}.${member?.name?.text ?? ""}`) ?? origins.get(own);
}

/** Lists what the given document contains and the TypeSpec written from it does not. */
export function leftOut(
  { specification, version }: Request,
  compiled: ReadDocument,
): readonly Item[] {
  if (specification.kind === "typespec") return [];
  const document = specification.read.contract;
  const given = contractOf(withUnsaid(document, compiled.contract));
  const missing = diffContracts(contractOf(compiled.contract), given)
    // Changes of the whole service are listed by `adopt`.
    .filter((change) => change.class !== "documentation" && change.place !== "service")
    .map((change) => ({
      where: describePlace(
        displayed(placeIn(given.places ?? new Map(), change.place) ?? document.at),
      ),
      what: `not in the TypeSpec of ${version}: ${describeChange(change)}. Add it by hand`,
    }));
  const unread = notCompared(compiled, specification.read)
    .filter(({ side }) => side === "to")
    .map(({ pointer, reason }) => ({
      where: describePlace(displayed({ ...document.at, pointer })),
      what: `not read: ${reason} If clients need it, add it by hand`,
    }));
  return [...missing, ...unread];
}
