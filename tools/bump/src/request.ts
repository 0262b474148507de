import { execFile } from "node:child_process";
import { access, readdir, readFile, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs, promisify } from "node:util";
import { usageProblem } from "@acs-chat/generate/command";
import { versionsIn } from "@acs-chat/spec-diff";
import { OpenApiError, readOpenApi, type ReadDocument } from "@acs-chat/codegen/contract";

const exec = promisify(execFile);

/** The reason why a bump is refused, and what to do first. No file has been changed. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The parsed command line, with the specification it names. */
export interface Request {
  readonly version: string;
  /** The new specification: TypeSpec sources by file name, or an OpenAPI document. */
  readonly specification:
    | { readonly kind: "typespec"; readonly sources: ReadonlyMap<string, string> }
    | { readonly kind: "openapi"; readonly read: ReadDocument };
  /** The path of the specification as the maintainer wrote it. */
  readonly shownAs: string;
  /** The existing API versions, oldest first. */
  readonly known: readonly string[];
  readonly dryRun: boolean;
}

export const help = `Usage: pnpm bump <api-version> --spec <file or folder> [--dry-run]

Adds a new API version of the chat service: lists what changed, regenerates the code, checks types,
lists what remains to be done by hand, and writes the changeset. Files are only changed if all of
these steps succeed.

Arguments:
  <api-version>  The API version as the service names it: 2026-01-15, or 2026-01-15-preview.

Options:
  --spec         An OpenAPI document of the new version (2.0, 3.0 or 3.1, JSON or YAML), or a folder
                 with the TypeSpec that replaces specs/chat.
  --dry-run      Print the report without changing a file; uncommitted changes are allowed.
  -h, --help     Show this text.

Examples:
  pnpm bump 2026-01-15 --spec ~/Downloads/2026-01-15.json --dry-run
  pnpm bump 2026-01-15 --spec ../specs/chat

Exit codes: 0 done; 2 invalid arguments, or a precondition is not met (no file was changed).
`;

/**
 * Parses the arguments and checks the preconditions of a bump. Returns undefined for `--help`.
 *
 * @param cwd The folder that relative paths start from.
 * @param build Builds the packages that a bump uses; called after the arguments were parsed.
 * @throws Refusal with one line that says what is wrong and what to do.
 */
export async function readRequest(
  args: readonly string[],
  root: string,
  cwd: string,
  build?: () => Promise<void>,
): Promise<Request | undefined> {
  const { values, positionals } = parse(args);
  if (values.help === true) return undefined;
  const [version, ...rest] = positionals;
  if (version === undefined || rest.length > 0) {
    throw new Refusal("one API version is required, for example 2026-01-15; see --help");
  }
  if (!/^\d{4}-\d{2}-\d{2}(-preview)?$/.test(version)) {
    throw new Refusal(
      `"${version}" is not an API version: write it as 2026-01-15 or 2026-01-15-preview; see --help`,
    );
  }
  if (values.spec === undefined) {
    throw new Refusal(
      "the new specification is missing: pass it with --spec <file or folder>; see --help",
    );
  }
  const known = versionsIn(join(root, "specs/chat/openapi"));
  if (known.includes(version)) {
    throw new Refusal(
      `API version ${version} already exists: run \`pnpm spec:diff\` to see its changes, or pass a new version`,
    );
  }
  const dryRun = values["dry-run"] === true;
  if (!dryRun) await mustBeClean(root);
  const specification = await readSpecification(resolve(cwd, values.spec), values.spec, version);
  await build?.();
  await mustBeReady(root);
  return {
    version,
    specification,
    shownAs: values.spec,
    known,
    dryRun,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: args.filter((arg) => arg !== "--"),
      allowPositionals: true,
      options: {
        spec: { type: "string" },
        "dry-run": { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Refusal(usageProblem(error));
  }
}

async function mustBeClean(root: string): Promise<void> {
  const { stdout } = await exec("git", ["status", "--porcelain"], { cwd: root }).catch(() => {
    throw new Refusal("git failed: install it, and run the command in a clone of the repository");
  });
  const changed = stdout.split("\n").filter((line) => line !== "");
  if (changed.length > 0) {
    throw new Refusal(
      `the working tree has ${changed.length} uncommitted change(s), the first in ${changed[0]!.slice(3)}: commit or stash them, or use --dry-run`,
    );
  }
}

async function mustBeReady(root: string): Promise<void> {
  const needed = [
    ["node_modules/.bin/tsc", "pnpm install"],
    ["packages/codegen/dist/index.js", "pnpm build"],
  ] as const;
  for (const [path, command] of needed) {
    await access(join(root, path)).catch(() => {
      throw new Refusal(`${path} is missing: run \`${command}\` first`);
    });
  }
}

async function readSpecification(
  path: string,
  shownAs: string,
  version: string,
): Promise<Request["specification"]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isFolder) return { kind: "typespec", sources: await readFolder(path, shownAs) };
  const read = readDocument(path);
  const described = read.contract.info.version;
  if (described !== version) {
    throw new Refusal(
      `${shownAs} describes API version ${described}, not ${version}: pass the document of ${version}, or bump to ${described}`,
    );
  }
  return { kind: "openapi", read };
}

function readDocument(path: string): ReadDocument {
  try {
    return readOpenApi(path);
  } catch (error) {
    if (!(error instanceof OpenApiError)) throw error;
    throw new Refusal(error.message);
  }
}

/** Whether a file belongs to a specification: TypeSpec, or the configuration of the documents to emit. */
export function isPartOfSpecification(name: string): boolean {
  return name.endsWith(".tsp") || name === "tspconfig.yaml";
}

async function readFolder(path: string, shownAs: string): Promise<Map<string, string>> {
  const names = (await readdir(path)).filter(isPartOfSpecification).toSorted();
  const missing = ["main.tsp", "client.tsp", "tspconfig.yaml"].filter(
    (name) => !names.includes(name),
  );
  if (missing.length > 0) {
    throw new Refusal(
      `${shownAs} has no ${missing.join(" and no ")}: pass a folder that contains the whole specification`,
    );
  }
  return new Map(
    await Promise.all(
      names.map(
        async (name) => [name, await readFile(join(path, name), "utf8")] as [string, string],
      ),
    ),
  );
}
