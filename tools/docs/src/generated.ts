import { compile, formatDiagnostic, NodeHost, resolveCompilerOptions } from "@typespec/compiler";
import { once } from "node:events";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { blocksOf, root, type Snippet } from "./markdown.ts";
import { type Ran, run } from "./programs.ts";

/** The compiler of the workspace, three times as fast as the one that the API reference of the site needs. */
export const tsc: string = join(root, "node_modules/.bin/tsc");

/**
 * Follows a guide to the generator in an empty folder: compiles its TypeSpec with its YAML, builds
 * the emitted package, type-checks the snippet with that package, and runs it against a server that
 * implements the specification.
 *
 * @param folder The folder of the reader. It must be in this package so that libraries resolve.
 * @returns The output of the snippet, or of the step that failed.
 */
export async function followGuide({ file, code }: Snippet, folder: string): Promise<Ran> {
  const server = createServer((request, response) => {
    response.setHeader("content-type", "application/json");
    const [name] = request.url!.split("/").slice(-1);
    response.end(JSON.stringify({ name, bornOn: "2020-02-29T00:00:00Z" }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  try {
    const { port } = server.address() as AddressInfo;
    // The specification contains the service's URL, and the snippet can contain another one.
    const here = (text: string): string =>
      text.replaceAll("https://pets.example", `http://127.0.0.1:${port}`);
    const [spec, yaml] = ["typespec", "yaml"].map((language) => blocksOf(file, language).join(""));
    const built = await buildClient(here(spec ?? ""), yaml ?? "", folder);
    if (built.code !== 0) return built;
    writeFileSync(join(folder, "program.ts"), here(code));
    return await checkAndRun(folder);
  } finally {
    server.close().closeAllConnections();
  }
}

/** Type-checks the folder's `program.ts` with the package that is installed there, and runs it. */
export async function checkAndRun(folder: string): Promise<Ran> {
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ extends: "../../tsconfig.json", include: ["program.ts"] }),
  );
  const checked = await run(tsc, ["-p", folder, "--pretty", "false"]);
  return checked.code === 0 ? await run(process.execPath, [join(folder, "program.ts")]) : checked;
}

/** Emits and builds the package, and installs it in the folder. */
export async function buildClient(spec: string, yaml: string, folder: string): Promise<Ran> {
  mkdirSync(join(folder, "node_modules/@contoso"), { recursive: true });
  const entrypoint = join(folder, "main.tsp");
  writeFileSync(entrypoint, spec);
  writeFileSync(join(folder, "tspconfig.yaml"), yaml);
  const [options, problems] = await resolveCompilerOptions(NodeHost, { cwd: folder, entrypoint });
  const { diagnostics } = await compile(NodeHost, entrypoint, options);
  const output = [...problems, ...diagnostics].map((one) => formatDiagnostic(one)).join("\n");
  if (output !== "") return { code: 1, output };

  const client = join(folder, "client");
  const built = await run(tsc, ["-p", client, "--pretty", "false"]);
  symlinkSync(client, join(folder, "node_modules/@contoso/pets"), "junction");
  return built;
}
