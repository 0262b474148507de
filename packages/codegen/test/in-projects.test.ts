import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../src/cli/run.ts";
import { withFolder } from "./emit.ts";
import { typeErrorsIn } from "./type-errors.ts";

const document = {
  openapi: "3.0.3",
  info: { title: "Pets", version: "1.0" },
  servers: [{ url: "https://pets.example" }],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        parameters: [{ name: "limit", in: "query", schema: { type: "integer" } }],
        responses: {
          200: {
            description: "",
            content: {
              "application/json": {
                schema: { type: "array", items: { $ref: "#/components/schemas/Pet" } },
              },
            },
          },
        },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["name", "kind"],
        discriminator: { propertyName: "kind" },
        properties: {
          name: { type: "string" },
          kind: { type: "string" },
          born: { type: "string", format: "date-time" },
        },
      },
      Cat: { allOf: [{ $ref: "#/components/schemas/Pet" }, { type: "object" }] },
    },
  },
};

interface Project {
  /** The compiler options that the framework's own template sets. */
  readonly options: object;
  /** Whether tsconfig.json only refers to tsconfig.app.json. */
  readonly isReferred?: boolean;
  /** Whether package.json declares ES modules. */
  readonly isModule?: boolean;
  readonly imports: string;
}

const bundler = { module: "esnext", moduleResolution: "bundler" };

const projects: Readonly<Record<string, Project>> = {
  "Next.js": {
    options: { ...bundler, isolatedModules: true, jsx: "preserve", lib: ["dom", "esnext"] },
    imports: "./models",
  },
  Vite: {
    options: {
      ...bundler,
      allowImportingTsExtensions: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      noUncheckedSideEffectImports: true,
    },
    isReferred: true,
    imports: "./models.ts",
  },
  Angular: {
    options: {
      module: "preserve",
      noImplicitOverride: true,
      noPropertyAccessFromIndexSignature: true,
      noImplicitReturns: true,
      noFallthroughCasesInSwitch: true,
      isolatedModules: true,
      experimentalDecorators: true,
    },
    isReferred: true,
    imports: "./models",
  },
  NestJS: {
    options: {
      module: "nodenext",
      isolatedModules: true,
      emitDecoratorMetadata: true,
      experimentalDecorators: true,
    },
    imports: "./models",
  },
  "a package for Node": {
    options: { module: "node20", declaration: true, isolatedDeclarations: true },
    isModule: true,
    imports: "./models.js",
  },
  "a program that Node runs": {
    options: { module: "nodenext", rewriteRelativeImportExtensions: true },
    isModule: true,
    imports: "./models.ts",
  },
};

test.each(Object.entries(projects))(
  "writes code that compiles in a project of %s",
  async (_name, { options, isReferred = false, isModule = false, imports }) => {
    await withFolder(async (folder) => {
      const compilerOptions = {
        strict: true,
        skipLibCheck: true,
        target: "es2022",
        noEmit: true,
        types: ["node"],
        ...options,
      };
      const own = JSON.stringify({ compilerOptions, include: ["src"] });
      const config = isReferred ? "tsconfig.app.json" : "tsconfig.json";
      await writeFile(join(folder, config), `// A comment\n${own}`);
      if (isReferred) {
        const references = [{ path: `./${config}` }];
        await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ files: [], references }));
      }
      const manifest = isModule ? { type: "module" } : {};
      await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
      await mkdir(join(folder, "src"));
      await writeFile(join(folder, "pets.json"), JSON.stringify(document));
      const said: string[] = [];
      const args = [join(folder, "pets.json"), "--out", join(folder, "src/api"), "--code-only"];
      const surroundings = { print: () => {}, say: (text: string) => void said.push(text) };
      expect(await runCommand(args, surroundings)).toBe(0);
      expect(said.join("\n")).toContain(`${config}; see --import-extension`);
      const index = await readFile(join(folder, "src/api/index.ts"), "utf8");
      expect(index).toContain(`export * from "${imports}";`);
      expect(await typeErrorsIn(folder, new Map(), config)).toEqual([]);
    });
  },
);

test("follows tsconfig.json if the configuration that it lists does not exist yet", async () => {
  await withFolder(async (folder) => {
    const references = [{ path: "./.nuxt/tsconfig.app.json" }];
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ files: [], references }));
    await writeFile(join(folder, "pets.json"), JSON.stringify(document));
    const said: string[] = [];
    const args = [join(folder, "pets.json"), "--out", join(folder, "api"), "--code-only"];
    const surroundings = { print: () => {}, say: (text: string) => void said.push(text) };
    expect(await runCommand(args, surroundings)).toBe(0);
    expect(said.join("\n")).toMatch(/no extension, because of \S+\/tsconfig\.json;/);
  });
});
