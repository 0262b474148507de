import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { Snapshot } from "../src/index.ts";
import { MAIN, runToEnd } from "./cli-process.ts";

const home = mkdtempSync(join(tmpdir(), "acs-chat-exec-"));
const environment = { XDG_DATA_HOME: home, NODE_EXTRA_CA_CERTS: "" };
afterAll(() => rmSync(home, { recursive: true }));

const exec = (args: readonly string[], more: NodeJS.ProcessEnv = {}) =>
  runToEnd(process.execPath, [MAIN, "exec", ...args], { ...environment, ...more });

/** A program that sends a message over https like an app, and prints its environment. */
const program = `
  const { ACS_ENDPOINT: endpoint, ACS_CONNECTION_STRING: connection } = process.env;
  const control = (path, body) =>
    fetch(endpoint + "/_emulator" + path, { method: "POST", body: JSON.stringify(body) });
  const { token } = await (await control("/users", { name: "carol" })).json();
  const response = await fetch(endpoint + "/chat/threads?api-version=2025-03-15", {
    method: "POST",
    headers: { Authorization: "Bearer " + token, "Content-Type": "application/json" },
    body: JSON.stringify({ topic: "From exec" }),
  });
  console.log(JSON.stringify({ endpoint, connection, status: response.status }));
`;

describe("exec", () => {
  it("runs the command with the emulator's addresses and certificate", async () => {
    const { code, output, errors } = await exec([
      "--",
      "node",
      "--input-type=module",
      "-e",
      program,
    ]);
    expect(code).toBe(0);
    const { endpoint, connection, status } = JSON.parse(output) as Record<string, unknown>;
    expect(endpoint).toMatch(/^https:\/\/localhost:\d+$/);
    expect(connection).toMatch(new RegExp(`^endpoint=${String(endpoint)}/;accesskey=`));
    expect(status).toBe(201);
    expect(errors).toMatch(/^acs-chat-emulator: http.* are ready; running node/);
  });

  it("exits with the command's code and stops the emulator", async () => {
    const { code, output } = await exec([
      "node",
      "-e",
      "console.log(process.env.ACS_ENDPOINT);process.exit(7)",
    ]);
    expect(code).toBe(7);
    await expect(fetch(output.trim())).rejects.toThrow("fetch failed");
  });

  it.each(["SIGTERM", "SIGINT"] as const)(
    "forwards %s, and exits as a shell does",
    async (signal) => {
      const script = "console.log('ready'); setInterval(() => {}, 1000)";
      const child = spawn(process.execPath, [MAIN, "exec", "--", "node", "-e", script], {
        env: { ...process.env, ...environment },
        stdio: ["ignore", "pipe", "pipe"],
      });
      await once(child.stdout, "data");
      child.kill(signal);
      expect(await once(child, "exit")).toEqual([signal === "SIGTERM" ? 143 : 130, null]);
    },
  );

  it("exits with 127 for a command that is not found, and with 126 for one that cannot be run", async () => {
    const missing = await exec(["--", "no-such-command"]);
    expect([missing.code, missing.errors]).toEqual([
      127,
      expect.stringContaining("cannot run no-such-command"),
    ]);
    const file = join(home, "not-executable");
    writeFileSync(file, "");
    chmodSync(file, 0o644);
    expect((await exec(["--", file])).code).toBe(126);
  });

  it("writes a snapshot when the command ends, whatever its exit code", async () => {
    const seed = join(home, "seed.json");
    const file = join(home, "snapshot.json");
    writeFileSync(
      seed,
      JSON.stringify({
        users: [{ name: "dora" }],
        threads: [{ topic: "Seeded", createdBy: "dora" }],
      }),
    );
    const flags = ["--seed", seed, "--snapshot-on-exit", file, "--silent"];
    const { code, errors } = await exec([...flags, "--", "node", "-e", "process.exit(3)"]);
    expect([code, errors]).toEqual([3, ""]);
    const { state } = JSON.parse(readFileSync(file, "utf8")) as Snapshot;
    expect(state.threads).toMatchObject([{ topic: "Seeded" }]);
  });

  it("refuses a snapshot file that cannot be written before it runs the command", async () => {
    const mark = join(home, "mark");
    const script = `require("fs").writeFileSync(${JSON.stringify(mark)}, "")`;
    const file = join(home, "none", "snapshot.json");
    const { code, errors } = await exec(["--snapshot-on-exit", file, "--", "node", "-e", script]);
    expect(code).toBe(2);
    expect(errors).toContain(`--snapshot-on-exit ${file} cannot be written`);
    expect(existsSync(mark)).toBe(false);
  });

  it("keeps an earlier snapshot until the command has ended", async () => {
    const file = join(home, "kept.json");
    const run = (...args: readonly string[]) => exec(["--snapshot-on-exit", file, ...args]);
    await run("--", "node", "-e", "");
    const snapshot = readFileSync(file, "utf8");
    const read = `process.stdout.write(require("fs").readFileSync(${JSON.stringify(file)}))`;
    const { output } = await run("--", "node", "-e", read);
    expect(output).toBe(snapshot);
    expect((await run("--seed", join(home, "none.json"), "--", "node")).code).toBe(2);
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ format: 1 });
  });

  it("keeps the certificates that NODE_EXTRA_CA_CERTS already names", async () => {
    const others = join(home, "others.pem");
    writeFileSync(others, "# certificates of the company\n");
    const script =
      "const f=process.env.NODE_EXTRA_CA_CERTS;console.log(f);console.log(require('fs').readFileSync(f,'utf8'))";
    const { output } = await exec(["--", "node", "-e", script], { NODE_EXTRA_CA_CERTS: others });
    const [file = "", ...certificates] = output.split("\n");
    expect(certificates.join("\n")).toMatch(/^# certificates of the company\n-+BEGIN CERTIFICATE/);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    [["exec"], "exec needs a command"],
    [["exec", "--"], "exec needs a command"],
    [["exec", "--json", "--", "true"], "--json cannot be used with exec"],
    [["exec", "--prot", "1", "--", "true"], "See --help."],
  ])("refuses %j", async (args, problem) => {
    const { code, output, errors } = await runToEnd(process.execPath, [MAIN, ...args], environment);
    expect([code, output]).toEqual([2, ""]);
    expect(errors).toContain(problem);
  });
});
