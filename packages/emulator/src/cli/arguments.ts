import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface CliOptions {
  readonly help: boolean;
  readonly version: boolean;
  readonly port: number;
  readonly httpsPort: number;
  readonly host: string;
  readonly unsafeHost: boolean;
  readonly location: string | undefined;
  readonly strictness: "strict" | "default" | "loose";
  readonly skipApiVersionCheck: boolean;
  readonly seed: string | undefined;
  readonly silent: boolean;
  readonly debug: string | undefined;
  readonly json: boolean;
  readonly cert: string | undefined;
  readonly key: string | undefined;
}

/** Ports of an emulator that is told none: a connection string with them never changes. */
export const DEFAULT_PORTS = { http: 8940, https: 8941 } as const;

/** The command line is wrong; the message says how to put it right. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const HELP = `Usage: acs-chat-emulator [options]

Azure Communication Services Chat on this machine: chat and identity over http and https.
Not a product of Microsoft. For development and tests: its keys and tokens are no secret.

Options
  --port <n>                 port for http (default ${DEFAULT_PORTS.http}; 0 = a free one)
  --https-port <n>           port for https (default ${DEFAULT_PORTS.https}; 0 = a free one)
  --host <address>           address to listen on (default 127.0.0.1)
  --unsafe-host              allow a --host that other machines can reach
  --location <folder>        keep the state in this folder (default: in memory)
  --strict                   rate limits too, and 400 for properties the api-version does not know
  --loose                    no limits at all
  --skip-api-version-check   serve unknown api-versions as the newest one
  --seed <file.json>         users and threads to begin with, if the state is empty
  --cert <file> --key <file> certificate of your own for https, PEM
  --silent                   print errors only
  --debug <file>             write each request and answer to the file, one JSON line each
  --json                     print one JSON line when ready, and nothing else
  --version                  print the version
  --help                     print this

Examples
  acs-chat-emulator
  acs-chat-emulator --location ./.chat --strict
  acs-chat-emulator --port 0 --https-port 0 --json
  acs-chat-emulator --seed users.json --silent

Exit codes
  0 stopped by SIGINT or SIGTERM, or --help, --version
  1 the emulator failed
  2 the command line, or a file it names, is wrong
  3 the data in --location cannot be used; it was not touched
  4 a port is in use, or must not be used
`;

/**
 * Reads the command line.
 * @throws {@link UsageError} for what it does not know or cannot use.
 */
export function readArguments(args: readonly string[]): CliOptions {
  const values = parse(args);
  if (values.strict === true && values.loose === true) {
    throw new UsageError("--strict and --loose exclude each other. Give one of them.");
  }
  if ((values.cert === undefined) !== (values.key === undefined)) {
    throw new UsageError("--cert and --key go together. Give both or neither.");
  }
  return {
    help: values.help === true,
    version: values.version === true,
    port: port("--port", values.port, DEFAULT_PORTS.http),
    httpsPort: port("--https-port", values["https-port"], DEFAULT_PORTS.https),
    host: values.host ?? "127.0.0.1",
    unsafeHost: values["unsafe-host"] === true,
    location: values.location,
    strictness: values.strict === true ? "strict" : values.loose === true ? "loose" : "default",
    skipApiVersionCheck: values["skip-api-version-check"] === true,
    seed: values.seed,
    silent: values.silent === true,
    debug: values.debug,
    json: values.json === true,
    cert: values.cert,
    key: values.key,
  };
}

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;

// The return type is what parseArgs infers from the options.
// oxlint-disable-next-line typescript/explicit-module-boundary-types
function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: text,
        "https-port": text,
        host: text,
        "unsafe-host": flag,
        location: text,
        strict: flag,
        loose: flag,
        "skip-api-version-check": flag,
        seed: text,
        cert: text,
        key: text,
        silent: flag,
        debug: text,
        json: flag,
        version: flag,
        help: { type: "boolean", short: "h" },
      },
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
