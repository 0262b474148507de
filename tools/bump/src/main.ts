import { join } from "node:path";
import { BuildError, buildDependencies } from "@acs-chat/generate/command";
import { bump } from "./bump.ts";
import { printReport } from "./report.ts";
import { help, readRequest, Refusal } from "./request.ts";

const root = join(import.meta.dirname, "../../..");
// pnpm runs scripts in the package's folder and passes the user's folder in INIT_CWD.
const cwd = process.env["INIT_CWD"] ?? process.cwd();
try {
  const request = await readRequest(process.argv.slice(2), root, cwd, () =>
    buildDependencies("@acs-chat/bump", console.error),
  );
  if (request === undefined) console.log(help);
  else console.log(printReport(await bump(request, root, console.log)));
} catch (error) {
  if (!(error instanceof Refusal || error instanceof BuildError)) throw error;
  console.error(`bump: ${error.message}`);
  process.exitCode = 2;
}
