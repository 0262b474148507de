import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";

const options = {
  bundle: true,
  minify: true,
  format: "esm",
  platform: "browser",
  splitting: true,
  outdir: "unused",
  write: false,
  legalComments: "none",
} as const;

/** Measures the gzipped kilobytes that a browser loads for real time, and those of the official bundle. */
export async function realtimeSizes(): Promise<{ ours: number; reference: number }> {
  const contents = `export { ChatClient } from "@acs-chat/client";`;
  const { outputFiles } = await build({
    ...options,
    stdin: { contents, resolveDir: import.meta.dirname },
  });
  // Long polling is in a separate file that browsers do not load.
  const ours = outputFiles.find(({ path }) => /\/notifications-[^/]*$/.test(path))!;
  const reference = (await official([])) - (await official([withoutRealtime]));
  return { ours: gzipSync(ours.contents).length / 1000, reference };
}

/** Replaces the official real-time package with an empty module. */
const withoutRealtime: Plugin = {
  name: "without-realtime",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@azure\/communication-signaling$/ }, ({ path }) => ({
      path,
      namespace: "none",
    }));
    onLoad({ filter: /.*/, namespace: "none" }, () => ({
      contents:
        "export const CommunicationSignalingClient = class {}; export const ConnectionState = {};",
    }));
  },
};

async function official(plugins: Plugin[]): Promise<number> {
  const contents = `export { ChatClient } from "@azure/communication-chat";`;
  const stdin = { contents, resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ ...options, stdin, plugins });
  return outputFiles.reduce((sum, file) => sum + gzipSync(file.contents).length, 0) / 1000;
}
