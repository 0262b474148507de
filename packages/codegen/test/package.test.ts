import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { emit, packageFolder, withFolder, writeTree, type Emitted } from "./emit.ts";
import { typeErrors } from "./type-errors.ts";

const execute = promisify(execFile);

const spec = `
import "@typespec/http";
import "@typespec/versioning";
using Http;
using Versioning;

@service
@versioned(Versions)
@useAuth(ApiKeyAuth<ApiKeyLocation.header, "x-key">)
namespace Contoso.Pets;

enum Versions {
  v1: "2024-01-01",
  v2: "2025-01-01-preview",
}

model ApiVersion {
  @query("api-version") apiVersion: string;
}

model Cat {
  name: string;
  bornOn: utcDateTime;
  picture?: bytes;
  @added(Versions.v2) color?: string;
}

model CatList {
  @pageItems value: Cat[];
  @nextLink nextLink?: url;
}

@route("/cats")
interface Cats {
  @get get(...ApiVersion, @query name: string): Cat;
  @put put(...ApiVersion, @body cat: Cat): Cat;
  @list @route("/list") @get list(...ApiVersion, @query top?: int32): CatList;
}

@route("/dogs")
interface Dogs {
  @get get(...ApiVersion): Cat;
}
`;

const textOf = (emitted: Emitted) => [...emitted.files].flat().join("\n");

test("emits the same bytes for the same spec in any folder", async () => {
  const [left, right] = [await emit(spec), await emit(spec)];
  expect([...right.files]).toEqual([...left.files]);
  expect(textOf(left)).not.toContain(packageFolder);
});

test("names the service, the API version and a hash of the spec in each file", async () => {
  const { files } = await emit(spec);
  const changed = await emit(spec.replace("color?: string", "color?: int32"));
  const header =
    /^\/\/ Written by @acs-chat\/codegen from Contoso\.Pets, API version 2025-01-01-preview, spec ([0-9a-f]{16})\. Do not edit\.\n/;
  const hashes = new Set([...files.values()].map((text) => header.exec(text)?.[1]));
  expect(hashes.size).toBe(1);
  expect(header.exec(changed.files.get("index.ts")!)?.[1]).not.toBe([...hashes][0]);
});

describe("options", () => {
  test("emits one API version of the service with api-version", async () => {
    const { files } = await emit(spec, { "api-version": "2024-01-01" });
    expect(files.get("models.ts")).not.toContain("color");
    expect(files.get("context.ts")).toContain('options.apiVersion ?? "2024-01-01"');
  });

  test("uses the newest stable version by default with api-version all, and supports the others", async () => {
    const { files } = await emit(spec, { "api-version": "all" });
    expect(files.get("models.ts")).toContain("API version `2025-01-01-preview` only.");
    expect(files.get("context.ts")).toContain('options.apiVersion ?? "2024-01-01"');
    expect(files.get("context.ts")).toContain('| "2025-01-01-preview"');
  });

  test("emits only the operation groups in groups", async () => {
    const { files } = await emit(spec, { groups: ["Dogs"] });
    expect(files.has("operations/dogs.ts")).toBe(true);
    expect(files.has("operations/cats.ts")).toBe(false);
    expect(files.get("client.ts")).not.toContain("cats");
  });

  test("sends package-name and package-version in the user agent", async () => {
    const { files } = await emit(spec, {
      "package-name": "@contoso/pets",
      "package-version": "3.2.1",
    });
    expect(files.get("context.ts")).toContain('"contoso-pets/3.2.1"');
    expect(files.has("package.json")).toBe(false);
  });

  test("emits a package that builds with all strict flags with emit-package-json", async () => {
    const { files } = await emit(spec, {
      "package-name": "@contoso/pets",
      "emit-package-json": true,
    });
    const manifest = JSON.parse(files.get("package.json")!) as {
      name: string;
      dependencies: object;
    };
    expect(manifest.name).toBe("@contoso/pets");
    expect(Object.keys(manifest.dependencies)).toEqual([
      "@azure/core-auth",
      "@azure/core-paging",
      "@azure/core-rest-pipeline",
      "@azure/logger",
    ]);
    await withFolder(async (folder) => {
      await writeTree(folder, files);
      await execute(join(packageFolder, "node_modules/.bin/tsc"), ["-p", folder]);
      const built = (await import(join(folder, "dist", "index.js"))) as Record<string, unknown>;
      expect(Object.keys(built)).toContain("catsGet");
    });
  });
});

const declared =
  /^(?:export )?(?:async )?(?:function\*?|const|class|interface|type) (\w+)|^import (?:type )?\{([^}]*)\}/gm;

test("emits only the helpers and imports that are used", async () => {
  const { files } = await emit(spec);
  const all = textOf({ files, diagnostics: [], errors: [] });
  const unused: string[] = [];
  for (const [path, text] of files) {
    if (!path.startsWith("internal/")) continue;
    for (const [, name, imported] of text.matchAll(declared)) {
      const names = name === undefined ? imported!.split(",") : [name];
      for (const one of names.map((part) => part.trim()).filter((part) => part !== "")) {
        const uses = (name === undefined ? text : all).match(new RegExp(`\\b${one}\\b`, "g"));
        if (uses!.length < 2) unused.push(`${one} of ${path}`);
      }
    }
  }
  expect(unused).toEqual([]);
});

test("emits no type any, and no unfinished template", async () => {
  const text = textOf(await emit(spec));
  expect(text).not.toMatch(/\bany\b(?! (of|other|number|name|kind))/);
  expect(text).not.toMatch(/["'`][^"'`]*\{\?/);
});

/** Matches top-level lines without side effects. */
const inert =
  /^(import|export (type )?[*{]|(export )?(async )?function\b|(export )?(type|interface|class) |(export )?const \w+(: \w+)? = ([\d_]+|"[^"]*"|\/.*\/\w*|\{|\[)|let \w+: [^=]+;$|[ })\]>]|\/\/|\/\*\*|$)/;

test("has no side effects on import, so that bundlers can drop unused functions", async () => {
  const { files } = await emit(spec);
  const busy = [...files].flatMap(([path, text]) =>
    text
      .split("\n")
      .filter((line) => !inert.test(line))
      .map((line) => `${path}: ${line}`),
  );
  expect(busy).toEqual([]);
});

test("accepts names in a spec that the emitted code uses itself", async () => {
  const { files, errors } = await emit(
    `
import "@typespec/http";
using Http;

@service
namespace Names;

model Page { next?: Page; }
model OperationOptions { page: Page; }
model Promise { class: string; }
model Date { at: utcDateTime; }

@route("/a") op call(@query url: string, @query options: string, @body context: OperationOptions): Promise;
@route("/b") op query(@path query: string, @query link?: string): Date;
@route("/c") op paged(@query maxPageSize: int32, @header response: string): Page[];
@route("/d") op delete(@query segment: string): void;
@route("/e/{in}") op readString(@path in: string): void;
@route("/h") op \`context\`(): void;
@route("/f") op createNamesContext(@body body: bytes): bytes;
@route("/g")
interface constructor {
  @get constructor(@query new: string): void;
}
`,
    { "emit-package-json": true },
  );
  expect(errors).toEqual([]);
  expect(await typeErrors(files)).toEqual([]);
});
