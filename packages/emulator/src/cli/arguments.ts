import { parseArgs } from "node:util";
import { DEFAULT_PORTS } from "./help.ts";

/** The parsed command line. */
export interface CliOptions {
  readonly help: boolean;
  readonly version: boolean;
  readonly port: number;
  readonly httpsPort: number;
  /** Names in the certificate, in addition to localhost. */
  readonly httpsNames: readonly string[];
  readonly host: string;
  readonly unsafeHost: boolean;
  readonly location: string | undefined;
  readonly strictness: "strict" | "default" | "loose";
  readonly skipApiVersionCheck: boolean;
  readonly seed: string | undefined;
  /** The file to write the state to when the emulator stops. */
  readonly snapshotOnExit: string | undefined;
  /** Webhooks for chat events. */
  readonly eventGrid: readonly string[];
  readonly cloudEvents: boolean;
  readonly silent: boolean;
  readonly debug: string | undefined;
  readonly json: boolean;
  readonly cert: string | undefined;
  readonly key: string | undefined;
  /** The command of `exec` with its arguments; undefined without `exec`. */
  readonly command: readonly string[] | undefined;
}

/** A command line that cannot be used. The message says how to correct it. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Parses the command line.
 * @throws {@link UsageError} for unknown options and invalid values.
 */
export function readArguments(args: readonly string[]): CliOptions {
  const { own, command } = splitCommand(args);
  const values = parse(own);
  if (values.strict === true && values.loose === true) {
    throw new UsageError("--strict and --loose exclude each other. Give one of them.");
  }
  if ((values.cert === undefined) !== (values.key === undefined)) {
    throw new UsageError("--cert and --key must be used together. Give both or neither.");
  }
  const help = values.help === true;
  const version = values.version === true;
  if (command !== undefined && !help && !version) {
    if (command.length === 0) {
      throw new UsageError("exec needs a command, such as: acs-chat-emulator exec -- npm test");
    }
    if (values.json === true) {
      throw new UsageError("--json cannot be used with exec: the command uses standard output.");
    }
  }
  if (values["cloud-events"] === true && values["event-grid"] === undefined) {
    throw new UsageError("--cloud-events needs --event-grid <url>.");
  }
  // Test runs that run in parallel must not compete for ports.
  const ports = command === undefined ? DEFAULT_PORTS : { http: 0, https: 0 };
  return {
    help,
    version,
    port: port("--port", values.port, ports.http),
    httpsPort: port("--https-port", values["https-port"], ports.https),
    httpsNames: values["https-name"] ?? [],
    host: values.host ?? "127.0.0.1",
    unsafeHost: values["unsafe-host"] === true,
    location: values.location,
    strictness: values.strict === true ? "strict" : values.loose === true ? "loose" : "default",
    skipApiVersionCheck: values["skip-api-version-check"] === true,
    seed: values.seed,
    snapshotOnExit: values["snapshot-on-exit"],
    eventGrid: values["event-grid"] ?? [],
    cloudEvents: values["cloud-events"] === true,
    silent: values.silent === true,
    debug: values.debug,
    json: values.json === true,
    cert: values.cert,
    key: values.key,
    command,
  };
}

/**
 * Separates the options from the command of `exec`. The command starts after `--`, or at the first
 * argument that is not an option: some runners of npm packages swallow the `--`.
 */
function splitCommand(args: readonly string[]): {
  readonly own: readonly string[];
  readonly command: readonly string[] | undefined;
} {
  if (args[0] !== "exec") return { own: args, command: undefined };
  const rest = args.slice(1);
  const { tokens } = parseArgs({
    args: rest,
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const end = tokens.find(({ kind }) => kind === "positional" || kind === "option-terminator");
  if (end === undefined) return { own: rest, command: [] };
  const start = end.kind === "positional" ? end.index : end.index + 1;
  return { own: rest.slice(0, end.index), command: rest.slice(start) };
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const OPTIONS = {
  port: text,
  "https-port": text,
  host: text,
  "unsafe-host": flag,
  "https-name": { type: "string", multiple: true },
  location: text,
  strict: flag,
  loose: flag,
  "skip-api-version-check": flag,
  seed: text,
  "snapshot-on-exit": text,
  cert: text,
  key: text,
  "event-grid": { type: "string", multiple: true },
  "cloud-events": flag,
  silent: flag,
  debug: text,
  json: flag,
  version: flag,
  help: { type: "boolean", short: "h" },
} as const;

// The return type is what parseArgs infers from the options.
// oxlint-disable-next-line typescript/explicit-module-boundary-types
function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: OPTIONS,
    }).values;
  } catch (error) {
    const problem = error instanceof Error ? error.message.replace(/\s+/g, " ") : String(error);
    throw new UsageError(`${problem.replace(/\.?$/, ".")} See --help.`, { cause: error });
  }
}

function port(name: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise;
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
    throw new UsageError(`${name} must be a port from 0 to 65535, not ${value}.`);
  }
  return Number(value);
}
