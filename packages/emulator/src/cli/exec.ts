import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { constants, tmpdir } from "node:os";
import { join } from "node:path";
import spawn from "cross-spawn";
import type { EmulatorAddresses } from "../emulator/emulator.ts";

/** Signals that are forwarded to the command. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The exit codes that shells use for a command that does not start. */
const NOT_FOUND = 127;
const CANNOT_RUN = 126;

/**
 * Runs a command with the emulator's addresses in its environment, and waits until it ends.
 * @returns The command's exit code, or 128 + n if signal n ended it.
 */
export async function runCommand(
  [program = "", ...args]: readonly string[],
  addresses: EmulatorAddresses,
): Promise<number> {
  const trust = trustIn(addresses.caCertificate, process.env["NODE_EXTRA_CA_CERTS"]);
  const child = spawn(program, args, {
    stdio: "inherit",
    env: {
      ...process.env,
      ACS_CONNECTION_STRING: addresses.connectionString,
      ACS_ENDPOINT: addresses.httpsEndpoint ?? addresses.endpoint,
      ...(trust.file !== undefined && { NODE_EXTRA_CA_CERTS: trust.file }),
    },
  });
  const pass = (signal: NodeJS.Signals): void => {
    // On Ctrl+C the terminal itself sends SIGINT to the command.
    if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  try {
    return await new Promise((resolve) => {
      child.once("error", (error: NodeJS.ErrnoException) => {
        process.stderr.write(`acs-chat-emulator: cannot run ${program}: ${error.message}\n`);
        resolve(error.code === "ENOENT" ? NOT_FOUND : CANNOT_RUN);
      });
      child.once("close", (code, signal) => {
        resolve(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
      });
    });
  } finally {
    for (const signal of SIGNALS) process.off(signal, pass);
    trust.remove();
  }
}

/**
 * Returns the file for NODE_EXTRA_CA_CERTS. The variable takes one file only, so certificates that
 * it names already are copied into a temporary file together with the emulator's.
 */
function trustIn(
  ca: string | undefined,
  inherited: string | undefined,
): { readonly file: string | undefined; remove(): void } {
  if (ca === undefined || !inherited || inherited === ca) return { file: ca, remove() {} };
  let others: string;
  try {
    others = readFileSync(inherited, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `acs-chat-emulator: cannot read the file in NODE_EXTRA_CA_CERTS: ${reason}\n`,
    );
    return { file: ca, remove() {} };
  }
  const folder = mkdtempSync(join(tmpdir(), "acs-chat-emulator-"));
  const file = join(folder, "ca.pem");
  writeFileSync(file, `${others.trimEnd()}\n${readFileSync(ca, "utf8")}`);
  return { file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
