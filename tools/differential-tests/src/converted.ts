import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { contextOf, type Generated, type Ours } from "./clients.ts";

const documents = fileURLToPath(new URL("../../../specs/chat/openapi/", import.meta.url));

/** A client that was generated from an OpenAPI document. */
export interface Converted {
  readonly version: string;
  /** Creates the client with a context for a server. */
  client(endpoint: string): Ours;
}

/** Returns the OpenAPI 2.0 and OpenAPI 3 documents of chat. */
export async function documentsOfChat(): Promise<readonly string[]> {
  return (await readdir(documents)).filter((name) => name.endsWith(".json")).toSorted();
}

/** Removes the operation group from function names: `chatThreadGetChatMessage` becomes `getChatMessage`. */
function withoutGroups(module: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(module).map(([name, value]) => {
      const own = name.replace(/^chat(Thread)?(?=[A-Z])/, "");
      return [own.charAt(0).toLowerCase() + own.slice(1), value];
    }),
  );
}

/** Runs the published command in this process, which loads the compiler once for all documents. */
async function runCodegen(...args: readonly string[]): Promise<void> {
  const codegen = dirname(fileURLToPath(import.meta.resolve("@acs-chat/codegen/package.json")));
  const { runCommand } = (await import(
    pathToFileURL(join(codegen, "dist/cli/run.js")).href
  )) as RunModule;
  const said: string[] = [];
  const code = await runCommand(args, { print: () => {}, say: (text) => said.push(text) });
  if (code !== 0) throw new Error(said.join("\n"));
}

interface RunModule {
  runCommand(
    args: readonly string[],
    surroundings: { print(text: string): void; say(text: string): void },
  ): Promise<number>;
}

/** Generates clients with the published command, and deletes them on disposal. */
export class Conversions implements AsyncDisposable {
  readonly #folder = mkdtemp(join(import.meta.dirname, "../.test-"));

  async convert(document: string): Promise<Converted> {
    const folder = join(await this.#folder, document.replace(/\.json$/, ""));
    const path = join(documents, document);
    await runCodegen(path, "--out", folder, "--code-only");
    const { info } = JSON.parse(await readFile(path, "utf8")) as { info: { version: string } };
    const module = (await import(join(folder, "index.ts"))) as Record<string, unknown>;
    // The name of the context contains the service's name; the other names come from the operations.
    const name = Object.keys(module).find((one) => /^create\w+Context$/.test(one)) ?? "";
    const create = module[name] as Generated["createChatContext"];
    const { version } = info;
    return {
      version,
      client: (endpoint) => ({
        rest: withoutGroups(module) as unknown as Generated,
        context: contextOf(create, version, endpoint),
      }),
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(await this.#folder, { recursive: true });
  }
}
