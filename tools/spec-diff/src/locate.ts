import { existsSync, readdirSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { WIRE_TRUTHS } from "@acs-chat/spec-chat/overlay";
import { readDocument, type SourceDocument } from "./documents.ts";
import { objectOr } from "./json.ts";
import { applyWireTruths } from "./overlay.ts";
import { SpecError } from "./spec-error.ts";

const SPECS = fileURLToPath(new URL("../../../specs/", import.meta.url));
/** The suffix of an API version of chat that selects the contract with the wire truths merged in. */
const WITH_WIRE_TRUTHS = "+wire";
const VERSION_FILE = /^(\d{4}-\d{2}-\d{2}(?:-preview)?)\.json$/;

/** An API by name, with the folder of its compiled documents. */
export interface SpecFolder {
  readonly api: string;
  readonly folder: string;
}

/** The specifications of this repository. */
export const SPEC_FOLDERS: readonly SpecFolder[] = ["chat", "identity"].map((api) => ({
  api,
  folder: resolve(SPECS, api, "openapi"),
}));

/** Lists the API versions whose documents are in the folder, oldest first. A preview comes before later versions. */
export function versionsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .flatMap((name) => VERSION_FILE.exec(name)?.[1] ?? [])
    .toSorted();
}

/**
 * Finds the document that the user names: an API version of one of the folders, a version of chat with the suffix
 * `+wire`, or a path relative to `startFolder`.
 *
 * @throws SpecError that lists the API versions, if the name is none of these.
 */
export function locateDocument(
  name: string,
  startFolder: string,
  folders: readonly SpecFolder[] = SPEC_FOLDERS,
): SourceDocument {
  if (name.endsWith(WITH_WIRE_TRUTHS)) {
    const chat = folders.filter(({ api }) => api === "chat");
    const plain = locateDocument(name.slice(0, -WITH_WIRE_TRUTHS.length), startFolder, chat);
    return {
      ...plain,
      file: `${plain.file}${WITH_WIRE_TRUTHS}`,
      root: applyWireTruths(objectOr(plain.root), WIRE_TRUTHS, plain.file).root,
    };
  }
  for (const { api, folder } of folders) {
    if (versionsIn(folder).includes(name)) {
      return readDocument(resolve(folder, `${name}.json`), `specs/${api}/openapi/${name}.json`);
    }
  }
  const path = isAbsolute(name) ? name : resolve(startFolder, name);
  // A name without a dot or a slash is probably not a path.
  if (existsSync(path) || /[./\\]/.test(name)) return readDocument(path, name);
  const known = folders.map(({ api, folder }) => `${api}: ${versionsIn(folder).join(", ")}`);
  throw new SpecError(
    name,
    "",
    `There is no such API version or file. The API versions are ${known.join("; ")}.`,
  );
}
