import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, emit, packageFolder, withFolder, type Emitted } from "./emit.ts";

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

test("the same spec gives the same bytes, wherever it lies", async () => {
  const [left, right] = [await emit(spec), await emit(spec)];
  expect([...right.files]).toEqual([...left.files]);
  expect(textOf(left)).not.toContain(packageFolder);
});

test("each file names the service, the API version and a hash of the spec", async () => {
  const { files } = await emit(spec);
  const changed = await emit(spec.replace("color?: string", "color?: int32"));
  const header =
    /^\/\/ Written by @acs-chat\/codegen from Contoso\.Pets, API version 2025-01-01-preview, spec ([0-9a-f]{16})\. Do not edit\.\n/;
  const hashes = new Set([...files.values()].map((text) => header.exec(text)?.[1]));
  expect(hashes.size).toBe(1);
  expect(header.exec(changed.files.get("index.ts")!)?.[1]).not.toBe([...hashes][0]);
});

describe("options", () => {
  test("api-version slices the service", async () => {
    const { files } = await emit(spec, { "api-version": "2024-01-01" });
    expect(files.get("models.ts")).not.toContain("color");
    expect(files.get("context.ts")).toContain('options.apiVersion ?? "2024-01-01"');
  });

  test("api-version all speaks the newest stable version and knows the others", async () => {
    const { files } = await emit(spec, { "api-version": "all" });
    expect(files.get("models.ts")).toContain("API version `2025-01-01-preview` only.");
    expect(files.get("context.ts")).toContain('options.apiVersion ?? "2024-01-01"');
    expect(files.get("context.ts")).toContain('| "2025-01-01-preview"');
  });

  test("groups leaves out the others", async () => {
    const { files } = await emit(spec, { groups: ["Dogs"] });
    expect(files.has("operations/dogs.ts")).toBe(true);
    expect(files.has("operations/cats.ts")).toBe(false);
    expect(files.get("client.ts")).not.toContain("cats");
  });

  test("package-name and package-version stand in the user agent", async () => {
    const { files } = await emit(spec, {
      "package-name": "@contoso/pets",
      "package-version": "3.2.1",
    });
    expect(files.get("context.ts")).toContain('"contoso-pets/3.2.1"');
    expect(files.has("package.json")).toBe(false);
  });

  test("emit-package-json gives a package that builds under every strict flag", async () => {
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
      expect(await build(folder, files)).toBe("");
      const built = (await import(join(folder, "dist", "index.js"))) as Record<string, unknown>;
      expect(Object.keys(built)).toContain("catsGet");
    });
  });
});

const declared =
  /^(?:export )?(?:async )?(?:function\*?|const|class|interface|type) (\w+)|^import (?:type )?\{([^}]*)\}/gm;

test("no helper is emitted that is not used, and no import", async () => {
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

test("no public type is any, and no template is left in the code", async () => {
  const text = textOf(await emit(spec));
  expect(text).not.toMatch(/\bany\b(?! (of|other|number|name|kind))/);
  expect(text).not.toMatch(/["'`][^"'`]*\{\?/);
});

/** What may stand at the beginning of a line in a module that does no work when it is imported. */
const inert =
  /^(import|export (type )?[*{]|(export )?(async )?function\b|(export )?(type|interface|class) |(export )?const \w+(: \w+)? = ([\d_]+|"[^"]*"|\/.*\/\w*|\{|\[)|let \w+: [^=]+;$|[ })\]>]|\/\/|\/\*\*|$)/;

test("nothing is done at import time, so that bundlers can leave out what is not called", async () => {
  const { files } = await emit(spec);
  const busy = [...files].flatMap(([path, text]) =>
    text
      .split("\n")
      .filter((line) => !inert.test(line))
      .map((line) => `${path}: ${line}`),
  );
  expect(busy).toEqual([]);
});

test("names that the code uses for itself can stand in a spec", async () => {
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
  await withFolder(async (folder) => {
    expect(await build(folder, files)).toBe("");
  });
});
