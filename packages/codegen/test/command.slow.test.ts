import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packageFolder } from "./emit.ts";
import { reasonToSkip, runOutside } from "./npm.ts";

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
    const ran = await runOutside(cwd, "npm", ...args, ...command);
    const reason = reasonToSkip(ran);
    if (reason !== undefined) return skip(reason);
    expect(ran).toEqual({ ...ran, code: 0 });
    expect(ran.stdout).toMatch(/^\d+ of \d+ files changed$/m);
    expect(await readFile(join(cwd, "client/package.json"), "utf8")).toContain('"name": "pets"');
    expect(await readdir(join(cwd, "tsp"))).toEqual(["main.tsp", "operations.tsp"]);
  },
);
