import { join } from "node:path";
import { parseArgs } from "node:util";
import { NotReady } from "@acs-chat/check";
import { ToolError } from "./process.ts";
import { help, release } from "./release.ts";

const root = join(import.meta.dirname, "../../..");
try {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== "--"),
    options: { "dry-run": { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) console.log(help);
  else process.exitCode = await release(root, { dryRun: values["dry-run"] === true }, console.log);
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  if (!(isUsage || error instanceof ToolError || error instanceof NotReady)) throw error;
  console.error(`release: ${error.message}${isUsage ? " (see --help)" : ""}`);
  process.exitCode = 2;
}
