/** The default ports. They are fixed so that the connection string never changes. */
export const DEFAULT_PORTS = { http: 8940, https: 8941 } as const;

/** The text of `--help`. */
export const HELP = `Usage: acs-chat-emulator [options]
       acs-chat-emulator exec [options] -- <command> [arguments]

Azure Communication Services Chat on this machine: chat and identity over http and https.
Not a product of Microsoft. For development and tests: its keys and tokens are public.

With exec, starts the emulator on free ports, runs the command with ACS_CONNECTION_STRING,
ACS_ENDPOINT and NODE_EXTRA_CA_CERTS set, stops, and exits with the command's exit code.

Options
  --port <n>                 port for http (default ${DEFAULT_PORTS.http}; 0 = a free one)
  --https-port <n>           port for https (default ${DEFAULT_PORTS.https}; 0 = a free one)
  --host <address>           address to listen on (default 127.0.0.1)
  --unsafe-host              allow a --host that other machines can reach
  --https-name <name>        additional host name or IP address for the certificate; repeatable
  --location <folder>        keep the state in this folder (default: in memory)
  --strict                   enforce rate limits too; 400 for properties not in the api-version
  --loose                    enforce no limits
  --skip-api-version-check   serve unknown api-versions as the newest one
  --seed <file.json>         users and threads to start with, if the state is empty
  --snapshot-on-exit <file>  write the whole state to this file when the emulator stops
  --event-grid <url>         webhook for chat events, as from Event Grid; repeatable
  --cloud-events             send them in the CloudEvents 1.0 schema
  --cert <file> --key <file> your own certificate for https, PEM
  --silent                   print errors only
  --debug <file>             append each request and response to the file, one JSON line each
  --json                     print one JSON line when ready, and nothing else
  --version                  print the version
  --help                     print this

Examples
  acs-chat-emulator
  acs-chat-emulator --location ./.chat --strict
  acs-chat-emulator --port 0 --https-port 0 --json
  acs-chat-emulator --seed users.json --silent
  acs-chat-emulator --event-grid http://localhost:3000/chat-events
  acs-chat-emulator exec --seed users.json -- npm test

Exit codes
  0 stopped by SIGINT, SIGTERM or SIGHUP, or --help, --version
  1 the emulator failed
  2 the command line, or a file it names, is invalid
  3 the data in --location cannot be used; it was left unchanged
  4 a port is in use, or not permitted
  With exec, once the command runs: its exit code, or 128 + n if signal n ended it.
  126: the command cannot be run; 127: the command is not found.
`;
