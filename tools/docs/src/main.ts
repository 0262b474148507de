/** `pnpm run docs`: builds the documentation site into tools/docs/site. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BuildError, buildDependencies, usageProblem } from "@acs-chat/generate/command";

const help = `Usage: pnpm run docs [--out <folder>]

Builds the documentation site: guides, API reference, samples, decisions and changelogs. Checks every
link in it. The site works from the file system. (\`pnpm docs\` without "run" is a command of pnpm.)

Options:
  --out <folder>  The folder for the site (default tools/docs/site).
  -h, --help      Show this text.

Examples:
  pnpm run docs
  pnpm run docs --out /tmp/site

Exit codes: 0 the site is built; 1 the site has errors, such as a broken link; 2 invalid arguments,
or a build that fails.
`;

/** Thrown for invalid arguments. */
class UsageError extends Error {}

/** Returns the folder for the site; undefined for --help. */
function readArguments(args: readonly string[]): string | undefined {
  try {
    const { values } = parseArgs({
      args: args.filter((arg) => arg !== "--"),
      options: { out: { type: "string" }, help: { type: "boolean", short: "h" } },
    });
    if (values.help === true) return undefined;
    const cwd = process.env["INIT_CWD"] ?? process.cwd();
    return values.out === undefined
      ? join(import.meta.dirname, "../site")
      : resolve(cwd, values.out);
  } catch (error) {
    throw new UsageError(usageProblem(error), { cause: error });
  }
}

async function docs(out: string): Promise<number> {
  await buildDependencies("@acs-chat/docs", console.error);
  const { buildSite } = await import("./site/build.ts");
  const problems = await buildSite({ out, log: console.log });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`docs: ${problems.length} errors. Correct them and run \`pnpm run docs\` again.`);
    return 1;
  }
  console.log(`open ${join(out, "index.html")}`);
  return 0;
}

try {
  const out = readArguments(process.argv.slice(2));
  if (out === undefined) console.log(help);
  else process.exitCode = await docs(out);
} catch (error) {
  if (!(error instanceof UsageError || error instanceof BuildError)) throw error;
  console.error(`docs: ${error.message}`);
  process.exitCode = 2;
}
