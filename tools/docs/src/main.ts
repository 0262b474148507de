/** `pnpm run docs`: builds the site into tools/docs/site. */
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { BuildError, builtFor, usageProblem } from "@acs-chat/generate/command";

const help = `Usage: pnpm run docs [--out <folder>]

Builds the docs site: guides, API reference, samples, decisions and changelogs. Follows every link
in it. The site opens from the file system. (Without "run", pnpm has a command "docs" of its own.)

Options:
  --out <folder>  Where to (default tools/docs/site).
  -h, --help      Show this text.

Examples:
  pnpm run docs
  pnpm run docs --out /tmp/site

Exit codes: 0 the site is built; 1 something in it is wrong, such as a link that leads nowhere;
2 wrong usage, or a build that fails.
`;

/** The command line is wrong; the message says how to put it right. */
class UsageError extends Error {}

/** The folder for the site; undefined when help is asked for. */
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
  await builtFor("@acs-chat/docs", console.error);
  const { buildSite } = await import("./site/build.ts");
  const problems = await buildSite({ out, log: console.log });
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) {
    console.error(`docs: ${problems.length} to put right, see above; then \`pnpm run docs\` again`);
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
