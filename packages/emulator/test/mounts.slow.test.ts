import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startEmulator } from "../src/index.ts";
import { MAIN } from "./cli-process.ts";

const root = mkdtempSync(join(tmpdir(), "acs-chat-mounts-"));
afterAll(() => rmSync(root, { recursive: true }));
const mounted = join(root, "mounted");
mkdirSync(mounted);

/** Runs a shell script that may mount file systems, which are removed when it ends. */
const inNamespace = (script: string): [string, string[]] => [
  "unshare",
  ["-m", "sh", "-ec", script],
];
const [command, parameters] = inNamespace(`mount -t tmpfs tmpfs ${mounted}`);
const unable =
  process.platform === "linux" && spawnSync(command, parameters).status === 0
    ? undefined
    : "this user cannot mount file systems";
if (unable !== undefined && process.env["CI"] === "true") {
  throw new Error(`CI must not skip these tests, but ${unable}.`);
}

/** Runs the command in a mounted file system. Returns its exit code and errors. */
async function startOn(
  mount: string,
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
) {
  const words = [process.execPath, MAIN, "--port", "0", "--https-port", "0", "--json", ...args];
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const child = spawn(...inNamespace(`${mount}; exec ${quoted}`), {
    env: { ...process.env, XDG_DATA_HOME: join(root, "data"), ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let errors = "";
  child.stderr.on("data", (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, errors, lines: errors.trim().split("\n").length };
}

const readOnly = `mount -t tmpfs -o ro tmpfs ${mounted}`;

describe.skipIf(unable)(`file systems${unable ? ` (skipped: ${unable})` : ""}`, () => {
  it.each([
    ["the folder", mounted],
    ["a folder to create", join(mounted, "new")],
    ["nested folders to create", join(mounted, "new", "deeper")],
  ])("that are read-only are reported as the cause: %s", async (_, location) => {
    const { code, errors, lines } = await startOn(readOnly, ["--location", location]);
    expect([code, lines]).toEqual([3, 1]);
    expect(errors).toContain("read-only. Make it writable, or give another --location.");
  });

  it("that are read-only keep the data of an earlier run", async () => {
    const earlier = join(root, "earlier");
    await (await startEmulator({ listen: false, location: earlier })).close();
    const before = readFileSync(join(earlier, "emulator.sqlite"));
    const mount = `mount --bind ${earlier} ${mounted}; mount -o remount,ro,bind ${mounted}`;
    const { code, errors } = await startOn(mount, ["--location", mounted]);
    expect([code, errors]).toEqual([3, expect.stringContaining("read-only")]);
    expect(readFileSync(join(earlier, "emulator.sqlite")).equals(before)).toBe(true);
  });

  it.each(["0", "16k", "40k"])("with room for %s are full", async (size) => {
    // A size of 0 means no limit for tmpfs, so another file takes up the rest.
    const mount = `mount -t tmpfs -o size=100k tmpfs ${mounted}; fallocate -l ${
      size === "0" ? "100k" : `${100 - Number.parseInt(size, 10)}k`
    } ${mounted}/rest || true`;
    const { code, errors, lines } = await startOn(mount, ["--location", mounted]);
    expect([code, lines]).toEqual([3, 1]);
    expect(errors).toContain("its disk is full. Free some space, or give another --location.");
  });

  it("that are read-only are reported for certificates and files as well", async () => {
    for (const [args, environment] of [
      [[], { XDG_DATA_HOME: mounted }],
      [["--debug", join(mounted, "log")], {}],
      [["--snapshot-on-exit", join(mounted, "state.json")], {}],
    ] as const) {
      const { code, errors, lines } = await startOn(readOnly, args, environment);
      expect([args, code, lines]).toEqual([args, 2, 1]);
      expect(errors).toContain("EROFS: read-only file system");
    }
  });

  it("that are mounted as the folder for certificates get them", () => {
    const data = join(root, "mounted-data", "acs-chat-emulator");
    const folder = join(data, "certificates");
    mkdirSync(folder, { recursive: true });
    const [file, args] = inNamespace(
      `mount -t tmpfs tmpfs ${folder}; exec '${process.execPath}' '${MAIN}' exec --silent ls ${data} ${folder}`,
    );
    const env = { ...process.env, XDG_DATA_HOME: join(data, "..") };
    const { stdout, stderr } = spawnSync(file, args, { encoding: "utf8", env });
    expect(stderr).toBe("");
    const listed = [`${data}:`, "certificates", "", `${folder}:`];
    expect(stdout.trim().split("\n")).toEqual([
      ...listed,
      "ca.pem",
      "localhost-key.pem",
      "localhost.pem",
    ]);
  });

  it("that fill up during a run keep acknowledged writes", async () => {
    const program = join(root, "fill.mjs");
    writeFileSync(program, FILL);
    const [file, args] = inNamespace(
      `mount -t tmpfs -o size=700k tmpfs ${mounted}; exec '${process.execPath}' '${program}' '${mounted}' '${new URL("../src/index.ts", import.meta.url).href}'`,
    );
    const { stdout, stderr } = spawnSync(file, args, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(JSON.parse(stdout)).toEqual({
      status: 500,
      message: expect.stringContaining("its disk is full. Free some space"),
      lost: 0,
      afterwards: 201,
      kept: true,
    });
  });
});

/** Fills a disk with messages, frees space, sends more, and reads all of them in a new emulator. */
const FILL = `
import { rmSync, writeFileSync } from "node:fs";
const [folder, library] = process.argv.slice(2);
const { startEmulator } = await import(library);
writeFileSync(folder + "/reserve", Buffer.alloc(150 * 1024));
const open = () => startEmulator({ listen: false, location: folder, onError: () => {} });
let emulator = await open();
const { token } = await emulator.createUser({ name: "alice" });
const call = async (method, path, body) => {
  const headers = { authorization: "Bearer " + token, "content-type": "application/json" };
  const response = await emulator.fetch(
    new Request("https://localhost" + path + "?api-version=2025-03-15&maxPageSize=200", {
      method, headers, ...(body && { body: JSON.stringify(body) }),
    }),
  );
  return { status: response.status, json: await response.json() };
};
const { json } = await call("POST", "/chat/threads", { topic: "Full" });
const thread = "/chat/threads/" + encodeURIComponent(json.chatThread.id);
const send = () => call("POST", thread + "/messages", { content: "x".repeat(8000) });
const sent = [];
let last;
for (;;) {
  last = await send();
  if (last.status !== 201) break;
  sent.push(last.json.id);
}
rmSync(folder + "/reserve");
const more = await send();
sent.push(more.json.id);
await emulator.close();
emulator = await open();
const ids = new Set(emulator.control.state().messages.map(({ id }) => String(id)));
await emulator.close();
process.stdout.write(JSON.stringify({
  status: last.status,
  message: last.json.CommunicationError.Message,
  lost: sent.filter((id) => !ids.has(id)).length,
  afterwards: more.status,
  kept: sent.length > 5,
}));
`;
