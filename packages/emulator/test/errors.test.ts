import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Command, type Ended, runCommands, startCli } from "./cli-process.ts";
import { NEWEST, startChat } from "./support/chat.ts";

const root = mkdtempSync(join(tmpdir(), "acs-chat-errors-"));
afterAll(() => rmSync(root, { recursive: true }));
chmodSync(root, 0o755);
const data = join(root, "data");
mkdirSync(data);
chmodSync(data, 0o777);
const folder = (name: string): string => {
  const path = join(root, name);
  mkdirSync(path, { recursive: true });
  chmodSync(path, 0o777);
  return path;
};

/** Runs the commands as a user who is subject to permissions. Root is not. */
const fail = (commands: readonly Command[]): Promise<readonly Ended[]> =>
  runCommands(
    commands.map(({ args, environment }) => ({
      args: ["--port", "0", "--https-port", "0", "--json", ...args],
      environment: { XDG_DATA_HOME: data, HOME: data, ...environment },
    })),
    { cwd: root, ...(process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }) },
  );

describe("errors at the start give their cause, advice and an exit code", () => {
  it("in --location", async () => {
    const file = join(root, "a-file");
    writeFileSync(file, "not a folder");
    const closed = folder("closed");
    chmodSync(closed, 0o555);
    const kept = folder("kept");
    const database = join(kept, "emulator.sqlite");
    writeFileSync(database, "text that is long enough for a header ".repeat(5));
    chmodSync(database, 0o666);
    const unreadable = folder("unreadable");
    writeFileSync(join(unreadable, "emulator.sqlite"), readFileSync(database));
    chmodSync(join(unreadable, "emulator.sqlite"), 0o000);
    const occupied = folder("occupied");
    mkdirSync(join(occupied, "emulator.sqlite"));
    chmodSync(join(occupied, "emulator.sqlite"), 0o777);
    const expected = [
      [file, "is not a folder", "Move the file away"],
      [join(file, "below"), "is not a folder", "Move the file away"],
      [closed, "does not have the permission", "Change its permissions"],
      [join(closed, "below"), "does not have the permission", "another --location"],
      [unreadable, "does not have the permission", "Change its permissions"],
      [occupied, "this is a folder", "Move it away"],
      [kept, "not a database, or it is damaged", "Move it away"],
    ] as const;
    const results = await fail(expected.map(([location]) => ({ args: ["--location", location] })));
    for (const [index, [location, cause, advice]] of expected.entries()) {
      const { code, errors } = results[index]!;
      expect([location, code]).toEqual([location, 3]);
      expect(errors).toContain(cause);
      expect(errors).toContain(advice);
      expect(errors.trim().split("\n")).toHaveLength(1);
    }
    expect(readFileSync(file, "utf8")).toBe("not a folder");
    expect(readFileSync(database, "utf8")).toMatch(/^text that is long/);
    expect(readdirSync(closed)).toEqual([]);
  }, 60_000);

  it("with certificates, files and hosts", async () => {
    const pem = join(root, "no-certificate.pem");
    writeFileSync(pem, "no certificate");
    const closed = folder("closed-data");
    chmodSync(closed, 0o555);
    const expected = [
      [["--cert", pem, "--key", pem], {}, "https.cert and https.key cannot be used"],
      [[], { XDG_DATA_HOME: closed }, "Set XDG_DATA_HOME to a writable folder"],
      [["--debug", join(closed, "log")], {}, "--debug"],
      [["--host", "nowhere.invalid", "--unsafe-host"], {}, "Give another --host."],
    ] as const;
    const results = await fail(expected.map(([args, environment]) => ({ args, environment })));
    for (const [index, [args, , text]] of expected.entries()) {
      const { code, errors } = results[index]!;
      expect([args, code]).toEqual([args, 2]);
      expect(errors).toContain(text);
      expect(errors).not.toContain("--port");
    }
  }, 60_000);
});

describe("while it runs", () => {
  it("reports a deleted folder on the next write", async () => {
    const location = join(root, "deleted");
    const errors: unknown[] = [];
    await using chat = await startChat({ location, onError: (error) => errors.push(error) });
    const alice = await chat.user("alice");
    rmSync(location, { recursive: true });
    const made = await chat.request(alice, "POST", "/chat/threads", { topic: "x" });
    expect(made.status).toBe(500);
    expect(made.json.CommunicationError.Message).toMatch(/was deleted .*Restart the emulator/);
    expect(errors).toMatchObject([{ name: "StorageError" }]);
    expect(existsSync(location)).toBe(false);
  });

  it("exits within a second after SIGTERM, even while a fault delays a request", async () => {
    await using cli = await startCli([], { XDG_DATA_HOME: data });
    await fetch(`${cli.ready.http}/_emulator/faults`, {
      method: "POST",
      body: JSON.stringify({ delayMilliseconds: 600_000, times: 2 }),
    });
    const headers = { authorization: `Bearer ${cli.ready.users[0]!.token}` };
    const held = fetch(`${cli.ready.http}/chat/threads?api-version=${NEWEST}`, { headers });
    const cut = held.then(
      () => "answered",
      () => "cut",
    );
    // The number of faults decreases once the fault delays the request.
    const faults = async (): Promise<unknown> =>
      (await fetch(`${cli.ready.http}/_emulator/faults`)).json();
    await expect.poll(faults, { timeout: 20_000 }).toMatchObject([{ times: 1 }]);
    cli.process.kill("SIGTERM");
    expect(await once(cli.process, "exit")).toEqual([0, null]);
    expect(await cut).toBe("cut");
  }, 30_000);
});
