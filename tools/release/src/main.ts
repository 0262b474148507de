import { join } from "node:path";
import { parseArgs } from "node:util";
import { BuildError, buildDependencies, usageProblem } from "@acs-chat/generate/command";
import { help } from "./help.ts";
import { ToolError } from "./process.ts";

const root = join(import.meta.dirname, "../../..");
try {
  const { values } = parseArgs({
    args: process.argv.slice(2).filter((arg) => arg !== "--"),
    options: { "dry-run": { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  if (values.help === true) console.log(help);
  else {
    await buildDependencies("@acs-chat/release", console.error);
    // Loaded after the build, because the release uses built packages.
    const { release } = await import("./release.ts");
    process.exitCode = await release(root, { dryRun: values["dry-run"] === true }, console.log);
  }
} catch (error) {
  const isUsage = error instanceof TypeError && "code" in error;
  const isKnown =
    error instanceof BuildError ||
    error instanceof ToolError ||
    (error instanceof Error && error.name === "NotReady");
  if (!(isUsage || isKnown)) throw error;
  console.error(`release: ${isUsage ? usageProblem(error) : error.message}`);
  process.exitCode = 2;
}
