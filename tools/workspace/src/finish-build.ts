/**
 * Finishes the build of a package, in whose folder it runs: `node ../../tools/workspace/src/finish-build.ts`.
 * - The compiler leaves imports of declarations as they are in the sources: `./models.ts`. TypeScript before 5.0 takes
 *   everything from there as `any`, so that declarations import `./models.js`, as the code beside them does.
 * - `dist/commonjs`, if there is one, becomes a folder of CommonJS modules.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from "node:fs";

for (const path of globSync("dist/**/*.d.ts")) {
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace(/((?:from |import\()"\.[^"]*)\.ts"/g, '$1.js"'));
}
if (existsSync("dist/commonjs")) {
  writeFileSync("dist/commonjs/package.json", '{ "type": "commonjs" }');
}
