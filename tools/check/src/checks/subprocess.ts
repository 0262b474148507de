import { execFile } from "node:child_process";
import { delimiter, join } from "node:path";

/** The output and the exit code of a program. */
export interface Ran {
  /** Undefined if the program could not be started, or was killed. */
  readonly code: number | undefined;
  readonly output: string;
}

/** Runs a program in a package's folder, with that package's tools on the path. */
export function runIn(
  root: string,
  folder: string,
  program: string,
  args: readonly string[],
): Promise<Ran> {
  const bins = [join(root, folder, "node_modules/.bin"), join(root, "node_modules/.bin")];
  const path = [...bins, process.env["PATH"] ?? ""].join(delimiter);
  return new Promise((resolve) => {
    execFile(
      program,
      [...args],
      {
        cwd: join(root, folder),
        env: { ...process.env, NO_COLOR: "1", PATH: path },
        maxBuffer: 2 ** 26,
      },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : undefined;
        resolve({ code, output: `${stdout}${stderr}` });
      },
    );
  });
}
