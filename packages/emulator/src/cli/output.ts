import { styleText } from "node:util";
import { pageAddress } from "../control/front-door.ts";
import type { RequestLogEntry } from "../control/request-log.ts";
import type { Emulator, EmulatorUser } from "../emulator/emulator.ts";
import { VERSION } from "../version.ts";

/** The line for programs: addresses, key and users as JSON. */
export function readyJson(emulator: Emulator, users: readonly EmulatorUser[]): string {
  return JSON.stringify({
    http: emulator.endpoint,
    https: emulator.httpsEndpoint,
    connectionString: emulator.connectionString,
    caCertificate: emulator.caCertificate ?? null,
    users: users.map(({ name, id, token }) => ({ id, token, name })),
  });
}

const strong = (text: string): string => styleText("bold", text, { stream: process.stdout });

/** The text for a terminal when the emulator is ready. */
export function readyText(emulator: Emulator, users: readonly EmulatorUser[]): string {
  const { caCertificate: ca, endpoint } = emulator;
  const page = pageAddress(endpoint);
  const lines = [
    strong(`acs-chat-emulator ${VERSION} is ready: ${endpoint} and ${emulator.httpsEndpoint}`),
    ...(page === undefined ? [] : [strong(`Conversations, requests and controls: ${page}`)]),
    "",
    "Connection string",
    `  ${emulator.connectionString}`,
    ...(ca === undefined
      ? []
      : [
          "Trust its certificate (Node.js, Python)",
          `  export NODE_EXTRA_CA_CERTS="${ca}" REQUESTS_CA_BUNDLE="${ca}"`,
        ]),
    ...users.flatMap(({ name, id, token }) => [`User ${name ?? ""}`, `  ${id}`, `  ${token}`]),
    "Control API",
    `  ${endpoint}/_emulator/health`,
    "",
    "Stop it with Ctrl+C.",
  ];
  return lines.join("\n");
}

/** The line that `exec` prints before it runs the command. */
export function execText(emulator: Emulator, command: readonly string[]): string {
  const { endpoint, httpsEndpoint } = emulator;
  return `acs-chat-emulator: ${endpoint} and ${httpsEndpoint} are ready; running ${command.join(" ")}`;
}

/** The line that is printed for a request. */
export function requestLine(entry: RequestLogEntry): string {
  const { status, method, target, milliseconds } = entry;
  const color = status === undefined || status >= 500 ? "red" : status >= 400 ? "yellow" : "green";
  const shown = styleText(color, String(status ?? "cut"), { stream: process.stdout });
  return `${shown} ${method} ${target} ${milliseconds.toFixed(1)} ms`;
}
