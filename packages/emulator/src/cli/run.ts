import { readFileSync } from "node:fs";
import type { Emulator } from "../emulator/emulator.ts";
import type { EmulatorOptions } from "../emulator/options.ts";
import { startEmulator } from "../emulator/start.ts";
import { DEFAULT_SEED, userIds } from "../emulator/seed.ts";
import { type Seed, checkSeed } from "../emulator/seed-schema.ts";
import { makeUser } from "../emulator/users.ts";
import { portInUse } from "../host/node.ts";
import { VERSION } from "../version.ts";
import { type CliOptions, UsageError, readArguments } from "./arguments.ts";
import { HELP } from "./help.ts";
import { checkSnapshotFile, openDebugFile, writeSnapshotFile } from "./output-files.ts";
import { execText, readyJson, readyText, requestLine } from "./output.ts";
import { tellWebhooks } from "./webhooks.ts";

/**
 * Runs the emulator until a signal stops it, or until the command of `exec` ends.
 * @returns The exit code, as documented in `--help`.
 */
export async function run(args: readonly string[]): Promise<number> {
  // The emulator keeps running if a program reads the first line and then closes the pipe.
  process.stdout.on("error", () => {});
  let options: CliOptions;
  try {
    options = readArguments(args);
    if (options.help || options.version) {
      process.stdout.write(options.help ? HELP : `${VERSION}\n`);
      return 0;
    }
    return await serve(options);
  } catch (error) {
    process.stderr.write(`acs-chat-emulator: ${explain(error)}\n`);
    return exitCode(error);
  }
}

async function serve(options: CliOptions): Promise<number> {
  const { command, snapshotOnExit } = options;
  if (snapshotOnExit !== undefined) checkSnapshotFile(snapshotOnExit);
  const stopped = command === undefined ? stopSignal() : undefined;
  await using emulator = await start(options);
  await stopped;
  let code = 0;
  if (command !== undefined) {
    const { runCommand } = await import("./exec.ts");
    code = await runCommand(command, emulator);
  }
  if (snapshotOnExit !== undefined) writeSnapshotFile(snapshotOnExit, emulator.control.snapshot());
  return code;
}

async function start(options: CliOptions): Promise<Emulator> {
  const seed = options.seed === undefined ? DEFAULT_SEED : readSeed(options.seed);
  const debug = options.debug === undefined ? undefined : openDebugFile(options.debug);
  const emulator = await startEmulator({
    ...toEmulatorOptions(options),
    seed,
    onError: (error) => {
      const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
      process.stderr.write(`acs-chat-emulator: ${text}\n`);
      debug?.write(`${JSON.stringify({ error: text })}\n`);
    },
  });
  try {
    const ids = userIds(checkSeed(seed, emulator.engine.resourceId), emulator.engine.resourceId);
    const users = [...ids].map(([name, id]) => makeUser(emulator.engine, { id, name }));
    const { requests } = emulator.control;
    if (!options.silent) {
      tellWebhooks(emulator.control.eventGrid, (line) =>
        process.stderr.write(`acs-chat-emulator: ${line}\n`),
      );
    }
    if (debug) requests.subscribe((entry) => void debug.write(`${JSON.stringify(entry)}\n`));
    if (options.command !== undefined) {
      // With exec, standard output belongs to the command.
      if (!options.silent) process.stderr.write(`${execText(emulator, options.command)}\n`);
    } else if (options.json) {
      process.stdout.write(`${readyJson(emulator, users)}\n`);
    } else if (!options.silent) {
      process.stdout.write(`${readyText(emulator, users)}\n`);
      requests.subscribe((entry) => void process.stdout.write(`${requestLine(entry)}\n`));
    }
    return emulator;
  } catch (error) {
    await emulator.close();
    throw error;
  }
}

function toEmulatorOptions(options: CliOptions): EmulatorOptions {
  const { cert, key, location } = options;
  return {
    port: options.port,
    https: {
      port: options.httpsPort,
      names: options.httpsNames,
      ...(cert !== undefined && { cert: readFile("--cert", cert) }),
      ...(key !== undefined && { key: readFile("--key", key) }),
    },
    host: options.host,
    unsafeHost: options.unsafeHost,
    ...(location !== undefined && { location }),
    eventGrid: options.eventGrid.map((endpoint) => ({
      endpoint,
      schema: options.cloudEvents ? "CloudEventSchemaV1_0" : "EventGridSchema",
    })),
    strictness: options.strictness,
    skipApiVersionCheck: options.skipApiVersionCheck,
  };
}

function readFile(option: string, path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${option} ${path} cannot be read: ${reason}`, { cause: error });
  }
}

function readSeed(path: string): Seed {
  try {
    return JSON.parse(readFile("--seed", path)) as Seed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--seed ${path} is not valid JSON: ${reason}`, { cause: error });
  }
}

/** Waits for a signal to stop. A second signal ends the process at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    // A closed terminal sends SIGHUP.
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => resolve());
    }
  });
}

const named = (
  error: unknown,
): { name?: string; code?: string; syscall?: string; message: string } =>
  error instanceof Error ? error : { message: String(error) };

function explain(error: unknown): string {
  const { name, code, syscall, message } = named(error);
  if (code === "EADDRINUSE") {
    return message.replace(
      portInUse,
      "Stop what uses the port, or give --port 0 --https-port 0 for free ones.",
    );
  }
  if (syscall === "listen") return `${message}. Give another --port or --host.`;
  if (syscall === "getaddrinfo") return `${message}. Give another --host.`;
  if (name === "TypeError" && message.includes("unsafeHost")) {
    return "--host can be reached by other machines. Give --unsafe-host to allow that.";
  }
  return message;
}

function exitCode(error: unknown): number {
  const { name, syscall } = named(error);
  if (syscall === "listen") return 4;
  if (syscall === "getaddrinfo") return 2;
  if (name === "UsageError" || name === "TypeError" || name === "ServiceError") return 2;
  return name === "StorageError" ? 3 : 1;
}
