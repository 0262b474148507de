import { join } from "node:path";
import { startEmulator } from "@acs-chat/emulator";
import { flatten, normalize } from "./normalize.ts";
import { createProject, type Ran, runNode } from "./project.ts";
import type { Played } from "./scenario.ts";
import type { Client } from "./site.ts";

const sources = join(import.meta.dirname, "../programs/samples");
const programs = ["walk", "arguments", "stubs", "wrappers"];

/** The compiler options of Microsoft's samples and quickstarts. */
const compilerOptions = {
  module: "commonjs",
  moduleResolution: "node",
  target: "es2020",
  lib: ["es2020", "esnext.asynciterable", "dom"],
  types: ["node"],
  strict: true,
  skipLibCheck: true,
  outDir: "out",
};

/** Splits the value that a sample printed into lines, so that the order of properties does not matter. */
function readLine(line: string): string[] {
  if (!line.startsWith("[")) return [line];
  const [what, value] = JSON.parse(line) as [string, unknown];
  return flatten(value ?? null, what);
}

/**
 * Compiles and runs programs in the style of Microsoft's samples.
 *
 * @param folder - The folder with the installed consumers.
 */
export async function playSamples(client: Client, folder: string): Promise<Played> {
  await using project = await createProject(client, sources, folder);
  const compiled = await project.compile("old", compilerOptions);
  const observations = [{ at: "compiler", lines: compiled.lines }];
  const failures = [...(compiled.failure ?? [])];
  for (const program of programs) {
    const file = join(project.folder, "out", `${program}.js`);
    const { lines, failure = [] } = await runSample(file, project.folder);
    observations.push({ at: program, lines });
    failures.push(...failure);
  }
  return { observations, ...(failures.length > 0 && { stuck: failures }) };
}

/** Runs a compiled sample on a new emulator. */
async function runSample(file: string, cwd: string): Promise<Ran> {
  await using emulator = await startEmulator({ https: true });
  const alice = await emulator.createUser({ name: "alice" });
  const bob = await emulator.createUser({ name: "bob" });
  const names = new Map([
    [alice.id, "Alice"],
    [bob.id, "Bob"],
  ]);
  const { lines, ...ended } = await runNode([file], cwd, {
    NODE_EXTRA_CA_CERTS: emulator.caCertificate,
    SAMPLE: JSON.stringify({ endpoint: emulator.httpsEndpoint, alice, bob }),
  });
  return { lines: lines.flatMap(readLine).map((line) => normalize(line, names)), ...ended };
}
