import { join } from "node:path";
import { parseArgs } from "node:util";
import { NotReady } from "@acs-chat/check";
import { BuildError, builtFor, usageProblem } from "@acs-chat/generate/command";
import { ToolError } from "./process.ts";
import { help, release } from "./release.ts";

const root = join(import.meta.dirname, "../../..");
try {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== "--"),
    options: { "dry-run": { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) console.log(help);
  else {
    await builtFor("@acs-chat/release", console.error);
    process.exitCode = await release(root, { dryRun: values["dry-run"] === true }, console.log);
  }
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  const isKnown =
    error instanceof BuildError || error instanceof ToolError || error instanceof NotReady;
  if (!(isUsage || isKnown)) throw error;
  console.error(`release: ${isUsage ? usageProblem(error) : error.message}`);
  process.exitCode = 2;
}
