import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packageFolder } from "./emit.ts";

const execute = promisify(execFile);

const document = `
openapi: 3.1.0
info: { title: Pets, version: "1.0" }
servers: [{ url: "https://pets.example" }]
paths:
  /pets:
    get:
      operationId: countPets
      responses:
        "200":
          description: How many there are.
          content: { application/json: { schema: { type: integer, format: int32 } } }
`;

/** Matches the errors of npm without a connection to the registry, but not that for a missing package. */
const unreachable =
  /\bcode (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/** Returns the environment of a user outside this workspace. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|pnpm_|VITEST|NODE_ENV$)/i.test(name) || /^npm_config_registry$/i.test(name),
  );
  return { ...Object.fromEntries(own), NO_COLOR: "1" };
}

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "command-"));
  await mkdir(join(folder, "empty"));
});
afterEach(() => rm(folder, { recursive: true }));

// The timeout allows for a slow network, because the test installs from the registry.
test(
  "runs the packed command with npx in an empty folder",
  { timeout: 300_000 },
  async ({ skip }) => {
    await execute("pnpm", ["pack", "--pack-destination", folder], { cwd: packageFolder });
    const tarball = (await readdir(folder)).find((name) => name.endsWith(".tgz"));
    const cwd = join(folder, "empty");
    await writeFile(join(cwd, "pets.yaml"), document);
    const args = [
      "exec",
      "--yes",
      "--prefer-offline",
      `--package=${join(folder, tarball ?? "")}`,
      "--",
    ];
    const command = ["acs-chat-codegen", "pets.yaml", "--out", "client", "--tsp", "tsp"];
    try {
      const { stdout } = await execute("npm", [...args, ...command], { cwd, env: environment() });
      expect(stdout).toMatch(/^\d+ of \d+ files changed$/m);
    } catch (error) {
      const text = String((error as { readonly stderr?: string }).stderr ?? error);
      if (!unreachable.test(text)) throw error;
      const reason = "the npm registry cannot be reached, so nothing can be installed from it";
      // CI has a network, so it must not skip the test.
      if (process.env["CI"] === "true") throw new Error(`${reason}:\n${text}`, { cause: error });
      console.log(`skipped: ${reason}`);
      return skip(reason);
    }
    expect(await readFile(join(cwd, "client/package.json"), "utf8")).toContain('"name": "pets"');
    expect(await readdir(join(cwd, "tsp"))).toEqual(["main.tsp", "operations.tsp"]);
  },
);
