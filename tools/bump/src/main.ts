import { join } from "node:path";
import { BuildError, buildDependencies } from "@acs-chat/generate/command";
import { help, readRequest, Refusal } from "./request.ts";

const root = join(import.meta.dirname, "../../..");
// pnpm runs scripts in the package's folder and passes the user's folder in INIT_CWD.
const cwd = process.env["INIT_CWD"] ?? process.cwd();
try {
  const request = await readRequest(process.argv.slice(2), root, cwd, () =>
    buildDependencies("@acs-chat/bump", console.error),
  );
  if (request === undefined) console.log(help);
  else {
    // Imported after the build of its dependencies.
    const { bump } = await import("./bump.ts");
    const { printReport } = await import("./report.ts");
    console.log(printReport(await bump(request, root, console.log)));
  }
} catch (error) {
  if (!(error instanceof Refusal || error instanceof BuildError)) throw error;
  console.error(`bump: ${error.message}`);
  process.exitCode = 2;
}
