import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import type { Finding, Manifest } from "@acs-chat/check";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { run, ToolError } from "./process.ts";

/** A packed package. */
export interface Tarball {
  readonly path: string;
  readonly bytes: number;
  /** Paths inside the package, sorted. */
  readonly files: readonly string[];
  readonly manifest: Manifest;
}

/** Packs a package into the folder `target`, as `pnpm publish` does. */
export async function pack(root: string, folder: string, target: string): Promise<Tarball> {
  const before = new Set(await readdir(target));
  const args = ["pack", "--pack-destination", target];
  const packed = await run("pnpm", args, join(root, folder), [root]);
  const name = (await readdir(target)).find((one) => !before.has(one));
  if (packed.code !== 0 || name === undefined) {
    throw new ToolError(`${folder} cannot be packed:\n${packed.output.trim()}`);
  }
  const path = join(target, name);
  const listed = await run("tar", ["-tzf", path], target, []);
  const manifest = await run("tar", ["-xzOf", path, "package/package.json"], target, []);
  return {
    path,
    bytes: (await stat(path)).size,
    files: listed.output
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.replace(/^package\//, ""))
      .toSorted(),
    manifest: JSON.parse(manifest.output) as Manifest,
  };
}

/** Returns findings about missing files, unneeded files, and version ranges that npm does not support. */
export function contentFindings(folder: string, { files, manifest }: Tarball): Finding[] {
  const findings: Finding[] = [];
  for (const wanted of ["README.md", "CHANGELOG.md", "LICENSE", "package.json"]) {
    if (!files.includes(wanted)) {
      findings.push({
        where: `${folder}/${wanted}`,
        what: "is not in the package",
        todo: `create it, and add it to "files" in ${folder}/package.json`,
      });
    }
  }
  for (const file of files.filter((one) =>
    /\.(test|bench)\.|(^|\/)test\/|\.tsbuildinfo$/.test(one),
  )) {
    findings.push({
      where: `${folder}/${file}`,
      what: "is in the package, but users do not need it",
      todo: `exclude it in "files" of ${folder}/package.json or in its tsconfig.build.json`,
    });
  }
  const ranges = { ...manifest.dependencies, ...manifest.peerDependencies };
  for (const [name, range] of Object.entries(ranges)) {
    if (/^(workspace|catalog|link|file):/.test(range)) {
      findings.push({
        where: `${folder}/package.json`,
        what: `${name} would be published as "${range}", which npm does not support`,
        todo: "publish with pnpm, which replaces it with a version",
      });
    }
  }
  return findings;
}

/** Returns publint's findings about a package. */
export async function publintFindings(folder: string, tarball: Tarball): Promise<Finding[]> {
  const data = await readFile(tarball.path);
  const { messages, pkg } = await publint({
    pack: { tarball: data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) },
    strict: true,
  });
  return messages.map((message) => ({
    where: `${folder}/package.json`,
    what: `publint: ${formatMessage(message, pkg) ?? message.code}`,
    todo: `see https://publint.dev/rules#${message.code.toLowerCase()}`,
  }));
}

/** Returns attw's findings: module resolution modes in which TypeScript does not find the right types. */
export async function typesFindings(
  folder: string,
  { path, manifest }: Tarball,
): Promise<Finding[]> {
  const result = await checkPackage(createPackageFromTarballData(await readFile(path)));
  if (!result.types) {
    return [{ where: folder, what: "attw: no types", todo: 'add "types" to the exports' }];
  }
  // A package without a CommonJS build supports only `node16` and `bundler` resolution, and Node's require() of ES modules.
  const esmOnly = !JSON.stringify(manifest.exports ?? {}).includes('"require":');
  return result.problems
    .filter(
      (problem) =>
        !esmOnly ||
        (problem.kind !== "CJSResolvesToESM" &&
          !("resolutionKind" in problem && problem.resolutionKind === "node10")),
    )
    .map(({ kind }) => ({
      where: `${folder}/package.json`,
      what: `attw: ${kind}`,
      todo: "see https://github.com/arethetypeswrong/arethetypeswrong.github.io/tree/main/docs/problems",
    }));
}
