import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

/** The client of a run. */
export type Client = "official" | "ours";

/** A page in programs/pages, named after its file. */
export type Program = "composite" | "hooks" | "bot-adapter";

const programs: readonly Program[] = ["composite", "hooks", "bot-adapter"];

/** Whether a consumer is a page. */
export const isProgram = (name: string): name is Program => programs.some((one) => one === name);

const sources = join(import.meta.dirname, "../programs/pages");

/** Replaces the calling package with an empty module. The UI library imports it, but chats do not use it, and it is very large. */
export const withoutCalling: Plugin = {
  name: "without calling",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@azure\/communication-calling/ }, ({ path }) => ({
      path,
      namespace: "absent",
    }));
    onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};" }));
  },
};

/** Returns a bundler's aliases that replace the official package with our client; empty for the official one. */
export function aliasFor(client: Client): Record<string, string> {
  if (client === "official") return {};
  return { "@azure/communication-chat": fileURLToPath(import.meta.resolve("@acs-chat/client")) };
}

/** The pages of the consumers, bundled with one client. */
export interface Site extends AsyncDisposable {
  /** Returns the URL of a program's page. */
  url(program: Program): string;
}

/**
 * Bundles the programs as apps do and serves them on loopback.
 *
 * @param folder - The folder with the installed consumers.
 */
export async function serveSite(client: Client, folder: string): Promise<Site> {
  const { outputFiles } = await build({
    entryPoints: programs.map((name) => join(sources, `${name}.tsx`)),
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    outdir: "/",
    write: false,
    logLevel: "error",
    jsx: "automatic",
    alias: aliasFor(client),
    nodePaths: [join(folder, "node_modules")],
    plugins: [withoutCalling],
    define: { "process.env.NODE_ENV": '"production"', global: "globalThis" },
  });
  const files = new Map(outputFiles.map((file) => [file.path, file.contents]));
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const script = files.get(path);
    response.setHeader("Content-Type", script ? "text/javascript" : "text/html; charset=utf-8");
    response.end(
      script ??
        `<!doctype html><title>${path.slice(1)}</title><link rel="icon" href="data:,"><div id="root"></div><script type="module" src="${path}.js"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: (program) => `http://127.0.0.1:${port}/${program}`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
