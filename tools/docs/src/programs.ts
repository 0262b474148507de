import { startEmulator } from "@acs-chat/emulator";
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The result of a program. */
export interface Ran {
  readonly code: number | null;
  /** The output to stdout and stderr, interleaved. */
  readonly output: string;
}

/** Runs a program until it exits, by default in the current folder. */
export function run(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  folder?: string,
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: "1", ...environment };
    const child = spawn(program, args, { cwd: folder, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}

const python = "/usr/bin/python3";

/** The variables that Python snippets use without declaring them. */
const pythonGiven = `
import os
from azure.communication.chat import *
endpoint, token = os.environ["ENDPOINT"], os.environ["TOKEN"]
grace = ChatParticipant(
    identifier=CommunicationUserIdentifier(os.environ["OTHER_USER"]), display_name="Grace")
`;

/** Returns the reason why Python snippets cannot be run, or undefined. Throws in CI, where no test may be skipped. */
export function pythonIsMissing(): string | undefined {
  const { status } = spawnSync(python, ["-c", "import azure.communication.chat"]);
  if (status === 0) return undefined;
  const reason = "the official Python clients are missing: apt-get install -y python3-azure";
  if (process.env["CI"] === "true") throw new Error(reason);
  return reason;
}

/** Runs a snippet with the official Python client on a new emulator, over https because the client requires it. */
export async function runPython(code: string): Promise<Ran> {
  const certificateFolder = await mkdtemp(join(tmpdir(), "certificates-"));
  try {
    await using emulator = await startEmulator({ https: { certificateFolder } });
    const user = await emulator.createUser();
    const other = await emulator.createUser();
    return await run(python, ["-c", pythonGiven + code], {
      ENDPOINT: emulator.httpsEndpoint!,
      TOKEN: user.token,
      OTHER_USER: other.id,
      REQUESTS_CA_BUNDLE: emulator.caCertificate!,
      SSL_CERT_FILE: emulator.caCertificate!,
    });
  } finally {
    await rm(certificateFolder, { recursive: true });
  }
}
