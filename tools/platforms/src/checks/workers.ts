import { builtinModules, createRequire } from "node:module";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { type Check, checkRealTime, checkRest, checkStore } from "../check.ts";

interface Miniflare {
  dispatchFetch(url: string, init: object): Promise<Response>;
  dispose(): Promise<void>;
}

/** Makes `require("net")` and similar calls resolve to Node's modules in workerd, as wrangler does. */
const nodeModules: Plugin = {
  name: "node-modules",
  setup(builder) {
    const filter = new RegExp(`^(node:)?(${builtinModules.join("|")})$`);
    builder.onResolve({ filter }, ({ path, kind }) => {
      const full = path.startsWith("node:") ? path : `node:${path}`;
      return kind === "require-call"
        ? { path: full, namespace: "required" }
        : { path: full, external: true };
    });
    builder.onLoad({ filter: /.*/, namespace: "required" }, ({ path }) => ({
      contents: `import found from "${path}"; module.exports = found;`,
    }));
  },
};

/** Cloudflare Workers: workerd, started by Miniflare. */
export const workers: Check = {
  name: "workerd",
  async run({ folder, environment }) {
    const { outputFiles } = await build({
      entryPoints: [join(folder, "worker.mjs")],
      bundle: true,
      write: false,
      format: "esm",
      conditions: ["workerd", "worker", "browser"],
      plugins: [nodeModules],
      logLevel: "silent",
    });
    const { Miniflare } = createRequire(join(folder, "package.json"))("miniflare") as {
      Miniflare: new (options: object) => Miniflare;
    };
    const miniflare = new Miniflare({
      modules: true,
      script: outputFiles[0]!.text,
      compatibilityDate: "2026-06-01",
      compatibilityFlags: ["nodejs_compat"],
    });
    try {
      const body = JSON.stringify(await environment());
      const response = await miniflare.dispatchFetch("http://worker/", { method: "POST", body });
      const [rest, realTime, store] = (await response.json()) as unknown[];
      checkRest(rest);
      checkRealTime(realTime);
      checkStore(store);
    } finally {
      await miniflare.dispose();
    }
  },
};
