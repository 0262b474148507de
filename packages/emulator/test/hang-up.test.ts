import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { MAIN, runToEnd } from "./cli-process.ts";

/** Starts a program in a terminal, closes the terminal when the program has printed, and waits for it. */
const TERMINAL = `
import os, pty, sys
pid, terminal = pty.fork()
if pid == 0:
    os.execv(sys.argv[1], sys.argv[1:])
os.read(terminal, 1)
os.close(terminal)
print(os.waitpid(pid, 0)[1])
`;

const unable =
  process.platform === "linux" && spawnSync("python3", ["--version"]).status === 0
    ? undefined
    : "this needs Linux and python3";

it.skipIf(unable)(
  `writes the snapshot when its terminal is closed${unable ? ` (skipped: ${unable})` : ""}`,
  async () => {
    const home = mkdtempSync(join(tmpdir(), "acs-chat-hang-up-"));
    const file = join(home, "snapshot.json");
    const ports = ["--port", "0", "--https-port", "0", "--json"];
    const program = [process.execPath, MAIN, ...ports, "--snapshot-on-exit", file];
    const ended = await runToEnd("python3", ["-c", TERMINAL, ...program], { XDG_DATA_HOME: home });
    expect(ended).toEqual({ code: 0, output: "0\n", errors: "" });
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ format: 1 });
    rmSync(home, { recursive: true });
  },
);
