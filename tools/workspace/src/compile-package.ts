/**
 * Compiles a package, in whose folder it runs: `node ../../tools/workspace/src/compile-package.ts`.
 * `tsconfig.build.json` gives the ES modules and `tsconfig.commonjs.json`, if there is one, the CommonJS modules.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";

const configurations = ["tsconfig.build.json", "tsconfig.commonjs.json"].filter((path) =>
  existsSync(path),
);

/** Runs the compiler, and returns its exit code. */
async function compile(configuration: string): Promise<number | null> {
  const compiler = spawn("tsc", ["-p", configuration], { stdio: "inherit" });
  const [code] = (await once(compiler, "close")) as [number | null];
  return code;
}

/**
 * The compiler leaves imports of declarations as they are in the sources: `./models.ts`. TypeScript before 5.0 takes
 * everything from there as `any`, so that declarations import `./models.js`, as the code beside them does.
 */
function renameImportsOfDeclarations(): void {
  for (const path of globSync("dist/**/*.d.ts")) {
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"'));
  }
}

const codes = await Promise.all(configurations.map(compile));
if (codes.every((code) => code === 0)) {
  renameImportsOfDeclarations();
  if (existsSync("dist/commonjs")) {
    writeFileSync("dist/commonjs/package.json", '{ "type": "commonjs" }');
  }
} else {
  process.exitCode = 1;
}
