import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runToEnd, startCli } from "../cli-process.ts";

/** A release of the official JavaScript client. */
export interface OfficialClient {
  /** Its API version. */
  readonly version: string;
  readonly packageName: string;
  /** What its flow contains, or lacks, besides the features of every release. */
  readonly features: readonly (
    | "noStatusInErrors"
    | "messageMetadata"
    | "threadMetadata"
    | "images"
  )[];
}

/** What a client did, and what the emulator received. */
export interface WholeFlow {
  /** The steps that succeeded. */
  readonly done: readonly string[];
  /** The API versions of the requests that sent a message. */
  readonly versions: readonly (string | undefined)[];
}

/**
 * Runs an unmodified official client through the whole flow, over https. Trusting the emulator's
 * certificate is its only configuration.
 */
export async function runWholeFlow({ packageName, features }: OfficialClient): Promise<WholeFlow> {
  const home = mkdtempSync(join(tmpdir(), "acs-chat-official-"));
  try {
    await using emulator = await startCli([], { XDG_DATA_HOME: home });
    const script = fileURLToPath(new URL("../clients/flow.mjs", import.meta.url));
    const args = [script, packageName, features.join()];
    const { code, output, errors } = await runToEnd(process.execPath, args, {
      CONNECTION_STRING: emulator.ready.connectionString,
      NODE_EXTRA_CA_CERTS: emulator.ready.caCertificate ?? "",
    });
    if (code !== 0) throw new Error(`${packageName} ended with ${code}: ${errors}`);
    const log = await fetch(`${emulator.ready.http}/_emulator/requests?limit=1000`);
    const entries = (await log.json()) as { operation?: string; apiVersion?: string }[];
    return {
      done: (JSON.parse(output) as { done: string[] }).done,
      versions: entries
        .filter(({ operation }) => operation === "sendChatMessage")
        .map(({ apiVersion }) => apiVersion),
    };
  } finally {
    rmSync(home, { recursive: true });
  }
}
