import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readArguments } from "../src/cli/arguments.ts";
import { VERSION } from "../src/version.ts";
import { MAIN, runCommands, runToEnd, startCli } from "./cli-process.ts";
import type { Json } from "./support/chat.ts";

const home = mkdtempSync(join(tmpdir(), "acs-chat-cli-"));
const environment = { XDG_DATA_HOME: home };
afterAll(() => rmSync(home, { recursive: true }));

/** Returns two ports that were free a moment ago. */
async function freePorts(): Promise<[string, string]> {
  await using emulator = await startCli([], environment);
  const { http, https } = emulator.ready;
  return [new URL(http).port, new URL(https).port];
}

/** Waits until an address responds. */
async function serves(url: string): Promise<void> {
  for (;;) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.status === 200) return;
  }
}

const key = (text: string): string => text.replace(/^.*accesskey=/, "");

describe("the command", () => {
  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "prints one JSON line when it is ready, and exits with 0 on %s",
    async (signal) => {
      await using cli = await startCli([], environment);
      const { ready } = cli;
      expect(Object.keys(ready)).toEqual([
        "http",
        "https",
        "connectionString",
        "caCertificate",
        "users",
      ]);
      expect(ready.http).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
      expect(ready.connectionString).toMatch(
        new RegExp(`^endpoint=${ready.https}/;accesskey=[A-Za-z0-9+/]+=*$`),
      );
      const health = await fetch(`${ready.http}/_emulator/health`);
      expect(health.status).toBe(200);
      const exit = once(cli.process, "exit");
      cli.process.kill(signal);
      expect(await exit).toEqual([0, null]);
      expect(cli.output().trim().split("\n")).toHaveLength(1);
    },
  );

  it("issues valid tokens, and has the same access key in every run", async () => {
    await using one = await startCli([], environment);
    await using other = await startCli([], environment);
    for (const { ready } of [one, other]) {
      for (const { token } of ready.users) {
        const headers = { authorization: `Bearer ${token}` };
        const url = `${ready.http}/chat/threads?api-version=2025-03-15`;
        expect((await fetch(url, { headers })).status).toBe(200);
      }
    }
    expect(key(one.ready.connectionString)).toBe(key(other.ready.connectionString));
    expect(one.ready.users.map(({ id }) => id)).toEqual(other.ready.users.map(({ id }) => id));
  });

  it("applies the seed and its flags, and writes the debug file", async () => {
    const seed = join(home, "seed.json");
    const debug = join(home, "debug.jsonl");
    writeFileSync(
      seed,
      JSON.stringify({
        users: [{ name: "carol" }],
        threads: [{ topic: "Seeded", createdBy: "carol" }],
      }),
    );
    const flags = ["--seed", seed, "--debug", debug, "--strict", "--skip-api-version-check"];
    await using cli = await startCli(flags, environment);
    const [carol] = cli.ready.users;
    expect(carol?.name).toBe("carol");
    const headers = { authorization: `Bearer ${carol!.token}` };
    const list = await fetch(`${cli.ready.http}/chat/threads?api-version=2999-01-01`, { headers });
    expect(((await list.json()) as Json).value).toMatchObject([{ topic: "Seeded" }]);
    const health = (await (await fetch(`${cli.ready.http}/_emulator/health`)).json()) as Json;
    expect(health.strictness).toBe("strict");
    const exit = once(cli.process, "exit");
    cli.process.kill("SIGTERM");
    await exit;
    const [line] = readFileSync(debug, "utf8").split("\n");
    expect(JSON.parse(line!)).toMatchObject({ operation: "listChatThreads", status: 200 });
    expect(line).not.toContain(carol!.token);
  });

  it.each(["--debug", "--snapshot-on-exit"])("refuses a file of others for %s", async (option) => {
    const file = join(home, "package.json");
    writeFileSync(file, '{ "name": "mine" }');
    const [ended] = await runCommands([{ args: [option, file], environment }]);
    expect(ended?.code).toBe(2);
    expect(ended?.errors).toContain(`${option} ${file} contains something other than`);
    expect(readFileSync(file, "utf8")).toBe('{ "name": "mine" }');
  });

  it("appends to a debug file", async () => {
    const debug = join(home, "appended.jsonl");
    writeFileSync(debug, '{"number":1}\n');
    await using cli = await startCli(["--debug", debug], environment);
    await fetch(`${cli.ready.http}/chat/threads`);
    const exit = once(cli.process, "exit");
    cli.process.kill("SIGTERM");
    await exit;
    const lines = readFileSync(debug, "utf8").trim().split("\n");
    expect(lines).toEqual(['{"number":1}', expect.stringContaining('"target":"/chat/threads"')]);
  });

  it("prints a text for a terminal, without colors if NO_COLOR is set", async () => {
    const child = spawn(process.execPath, [MAIN, "--port", "0", "--https-port", "0"], {
      env: { ...process.env, ...environment, NO_COLOR: "1" },
      stdio: ["ignore", "pipe", "inherit"],
    });
    try {
      let output = "";
      for await (const chunk of child.stdout) {
        output += String(chunk);
        if (output.includes("Ctrl+C")) break;
      }
      const [first, second = ""] = output.split("\n");
      expect(first).toMatch(
        /^acs-chat-emulator [\d.]+ is ready: http:\/\/127.*https:\/\/localhost/,
      );
      const [page = "about:blank"] = /http:\S+/.exec(second) ?? [];
      expect(page).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/_emulator\/$/);
      expect((await fetch(page)).headers.get("content-type")).toContain("text/html");
      expect(output).toContain("NODE_EXTRA_CA_CERTS=");
      expect(output).toContain("REQUESTS_CA_BUNDLE=");
      // oxlint-disable-next-line no-control-regex -- the control character is what it looks for
      expect(output).not.toMatch(/\u001b/);
    } finally {
      child.kill("SIGKILL");
    }
  });

  it("prints nothing with --silent", async () => {
    const [http, https] = await freePorts();
    const args = [MAIN, "--port", http, "--https-port", https, "--silent"];
    const env = { ...process.env, ...environment };
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    }
    await serves(`http://127.0.0.1:${http}/_emulator/health`);
    child.kill("SIGTERM");
    expect(await once(child, "close")).toEqual([0, null]);
    expect(output).toBe("");
  });

  it("continues when its output is closed", async () => {
    const args = [MAIN, "--port", "0", "--https-port", "0"];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [chunk] = (await once(child.stdout, "data")) as [Buffer];
    child.stdout.destroy();
    const [http] = /http:\/\/[\d.:]+/.exec(chunk.toString()) ?? [];
    for (let n = 0; n < 5; n++) expect((await fetch(`${http}/chat/threads`)).status).toBe(401);
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  });

  it("prints the help and its version", async () => {
    const help = await runToEnd(process.execPath, [MAIN, "--help"]);
    expect([help.code, help.errors]).toEqual([0, ""]);
    for (const part of ["Examples", "Exit codes", "--location", "--unsafe-host"]) {
      expect(help.output).toContain(part);
    }
    const version = await runToEnd(process.execPath, [MAIN, "--version"]);
    expect(version.output).toBe(`${VERSION}\n`);
    const path = new URL("../package.json", import.meta.url);
    expect(JSON.parse(readFileSync(path, "utf8")).version).toBe(VERSION);
  });

  it("exits with the documented codes, and prints what to correct", async () => {
    const damaged = mkdtempSync(join(home, "damaged-"));
    writeFileSync(join(damaged, "emulator.sqlite"), "damaged");
    const wrongSeed = join(home, "wrong.json");
    writeFileSync(wrongSeed, '{"users":[{}]}');
    await using cli = await startCli([], environment);
    const taken = new URL(cli.ready.http).port;
    const expected = [
      [["--wrong"], 2, "See --help."],
      [["--port", "x"], 2, "--port must be a port"],
      [["--strict", "--loose"], 2, "exclude each other"],
      [["--cert", "x"], 2, "--cert and --key must be used together"],
      [["--cert", "/nothing", "--key", "/nothing"], 2, "--cert /nothing cannot be read"],
      [["--seed", "/nothing"], 2, "--seed /nothing cannot be read"],
      [["--seed", MAIN], 2, "is not valid JSON"],
      [["--seed", wrongSeed], 2, "users[0].name must be a non-empty string"],
      [["--host", "0.0.0.0"], 2, "Give --unsafe-host"],
      [["--location", damaged], 3, "damaged. Move it away"],
      [["--port", taken], 4, "give --port 0"],
    ] as const;
    const commands = expected.map(([args]) => ({
      args: ["--port", "0", "--https-port", "0", ...args],
      environment,
    }));
    const results = await runCommands(commands);
    for (const [index, [args, code, text]] of expected.entries()) {
      const { errors } = results[index]!;
      expect([args, results[index]]).toEqual([args, { code, output: "", errors }]);
      expect(errors).toContain(text);
      expect(errors.trim().split("\n")).toHaveLength(1);
    }
    expect(await runToEnd(process.execPath, [MAIN, "--wrong"])).toEqual(results[0]);
  });
});

describe("arguments", () => {
  it("have defaults", () => {
    expect(readArguments([])).toMatchObject({
      port: 8940,
      httpsPort: 8941,
      host: "127.0.0.1",
      strictness: "default",
      json: false,
    });
    expect(readArguments(["--loose"]).strictness).toBe("loose");
  });
});
