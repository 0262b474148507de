import { startEmulator } from "@acs-chat/emulator";
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a program did. */
export interface Ran {
  readonly code: number | null;
  /** Both outputs, as they came. */
  readonly output: string;
}

/** Runs a program to its end, by default in the current folder. */
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

/** What Python snippets take as given. */
const pythonGiven = `
import os
from azure.communication.chat import *
endpoint, token = os.environ["ENDPOINT"], os.environ["TOKEN"]
grace = ChatParticipant(
    identifier=CommunicationUserIdentifier(os.environ["OTHER_USER"]), display_name="Grace")
`;

/** Why Python snippets cannot be run here; undefined when they can. CI brings what they need, and must not skip. */
export function pythonIsMissing(): string | undefined {
  const { status } = spawnSync(python, ["-c", "import azure.communication.chat"]);
  if (status === 0) return undefined;
  const reason = "the official Python clients are missing: apt-get install -y python3-azure";
  if (process.env["CI"] === "true") throw new Error(reason);
  return reason;
}

/** Runs a snippet with the official Python client on an emulator of its own, over https as that client demands. */
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
