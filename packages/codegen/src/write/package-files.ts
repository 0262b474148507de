import type { PackagePlan } from "../plan/types.ts";
import type { WrittenPackage } from "./package.ts";
import { writeReadme } from "./readme.ts";

/** Versions of the packages that emitted code may import. */
const versions: Readonly<Record<string, string>> = {
  "@azure/core-auth": "^1.11.0",
  "@azure/core-lro": "^3.4.1",
  "@azure/core-paging": "^1.7.0",
  "@azure/core-rest-pipeline": "^1.25.0",
  "@azure/core-tracing": "^1.4.0",
  "@azure/logger": "^1.3.0",
};

/** Returns the files of a complete package: the code under `src`, and what is needed to install and build it. */
export function packageFiles(
  plan: PackagePlan,
  written: WrittenPackage,
  name: string,
  version: string,
): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const dependencies = Object.fromEntries(
    [...written.dependencies].map((dependency) => [dependency, versions[dependency] ?? "*"]),
  );
  const manifest = {
    name,
    version,
    description: `Client for ${plan.title}.`,
    license: "MIT",
    type: "module",
    sideEffects: false,
    engines: { node: ">=22.12" },
    files: ["dist", "src"],
    exports: {
      ".": { types: "./dist/index.d.ts", default: "./dist/index.js" },
      "./package.json": "./package.json",
    },
    scripts: { build: "tsc -p tsconfig.json" },
    dependencies,
    devDependencies: { "@types/node": "^24.0.0", typescript: ">=5.7.0" },
  };
  const compilerOptions = {
    target: "es2023",
    lib: ["es2023", "esnext.disposable"],
    module: "nodenext",
    moduleResolution: "nodenext",
    strict: true,
    noUncheckedIndexedAccess: true,
    exactOptionalPropertyTypes: true,
    verbatimModuleSyntax: true,
    isolatedDeclarations: true,
    erasableSyntaxOnly: true,
    rewriteRelativeImportExtensions: true,
    skipLibCheck: true,
    declaration: true,
    types: ["node"],
    rootDir: "src",
    outDir: "dist",
  };
  files.set("README.md", writeReadme(plan, name));
  files.set("package.json", `${JSON.stringify(manifest, undefined, 2)}\n`);
  files.set(
    "tsconfig.json",
    `${JSON.stringify({ compilerOptions, include: ["src"] }, undefined, 2)}\n`,
  );
  for (const [path, text] of written.files) files.set(`src/${path}`, text);
  return files;
}
