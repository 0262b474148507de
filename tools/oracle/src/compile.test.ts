import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { WIRE_TRUTHS } from "@acs-chat/spec-chat/overlay";
import {
  applyWireTruths,
  diffContracts,
  locateDocument,
  readContract,
  readDocument,
} from "@acs-chat/spec-diff";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ALLOWED_DIFFERENCES } from "./allow-list.ts";
import { compare } from "./compare.ts";
import { OFFICIAL_PACKAGES } from "./packages.ts";
import { loadPairs } from "./pairs.ts";
import { isProven } from "./print.ts";

const SPEC = fileURLToPath(new URL("../../../specs/chat/", import.meta.url));
const COMPILER = join(
  dirname(createRequire(import.meta.url).resolve("@typespec/compiler/package.json")),
  "cmd/tsp.js",
);
const VERSIONS = OFFICIAL_PACKAGES.map(({ apiVersion }) => apiVersion);

/** A long timeout, for a slow machine. */
const COMPILE_TIMEOUT_MS = 60_000;

let folder: string;
let printed: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "spec-chat-"));
  const emitters = ["@azure-tools/typespec-autorest", "@typespec/openapi3"];
  const folders = emitters.flatMap((emitter) => [
    "--option",
    `${emitter}.emitter-output-dir=${folder}`,
  ]);
  const args = [COMPILER, "compile", join(SPEC, "client.tsp"), "--warn-as-error", ...folders];
  printed = execFileSync(process.execPath, args, { encoding: "utf8" });
}, COMPILE_TIMEOUT_MS);

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the compiled TypeSpec", () => {
  it("compiles without warnings to a document per version and OpenAPI 3.1 for the newest", () => {
    expect(printed).toContain("Compilation completed successfully.");
    const newest = VERSIONS.at(-1) ?? "";
    expect(readdirSync(folder).toSorted()).toEqual(
      [...VERSIONS.map((version) => `${version}.json`), `${newest}.openapi3.json`].toSorted(),
    );
    const three = readDocument(join(folder, `${newest}.openapi3.json`)).root;
    expect(three).toMatchObject({ openapi: "3.1.0", info: { version: newest } });
  });

  it.each(VERSIONS)("equals the committed document of %s", (version) => {
    expect(readDocument(join(folder, `${version}.json`)).root).toEqual(
      locateDocument(version, ".").root,
    );
  });

  it.each(VERSIONS)("is a valid contract with and without the overlay in %s", (version) => {
    const file = join(folder, `${version}.json`);
    const document = readDocument(file, version);
    const plain = readContract(document);
    const { root } = applyWireTruths(
      document.root as Record<string, unknown>,
      WIRE_TRUTHS,
      version,
    );
    const real = readContract({ ...document, root });
    const pairs = loadPairs().filter(({ apiVersion }) => apiVersion === version);
    const allowList = ALLOWED_DIFFERENCES.filter(({ versions }) => versions.includes(version)).map(
      ({ versions: _versions, ...entry }) => Object.assign({ versions: [version] }, entry),
    );
    // The oracle proves the published contract. The overlay adds behavior that the contract does not contain.
    expect(
      isProven(
        compare(
          pairs.map((pair) => Object.assign({}, pair, { ours: plain })),
          allowList,
        ),
      ),
    ).toBe(true);
    expect(
      isProven(
        compare(
          pairs.map((pair) => Object.assign({}, pair, { ours: real })),
          allowList,
        ),
      ),
    ).toBe(false);
    expect(diffContracts(plain, real).map(({ kind }) => kind)).toContain("status-added");
  });
});
