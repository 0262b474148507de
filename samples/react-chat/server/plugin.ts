import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin, PreviewServer, ViteDevServer } from "vite";
import { openRooms, type Rooms } from "./rooms.ts";
import { openService, type Service } from "./service.ts";

/**
 * Adds the sample's server to Vite's server. `POST /api/enter` with a name starts a session, and `POST /api/token`
 * with the session's key returns a token. The key is a secret of the page. A user id would not be a secret, because
 * all participants see it. A real server must authenticate its users first.
 */
export function serverPlugin(open: () => Promise<Service> = openService): Plugin {
  const serve = (server: ViteDevServer | PreviewServer): void => {
    let service: Promise<Service> | undefined;
    let rooms: Promise<Rooms> | undefined;
    server.middlewares.use("/api/", (request, response) => {
      service ??= open();
      rooms ??= service.then(openRooms);
      void respond(rooms, request, response);
      // The next request opens the rooms again.
      rooms.catch(() => (rooms = undefined));
      service.catch(() => (service = undefined));
    });
    server.httpServer?.once("close", () => void service?.then((one) => one.close()));
  };
  return { name: "chat-server", configureServer: serve, configurePreviewServer: serve };
}

interface Reply {
  readonly status: number;
  readonly value: object;
}

async function respond(
  rooms: Promise<Rooms>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, value } = await handle(rooms, request).catch((error: unknown): Reply => {
    console.error(error);
    return { status: 500, value: { message: "The chat service did not respond as expected." } };
  });
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(value));
}

async function handle(rooms: Promise<Rooms>, request: IncomingMessage): Promise<Reply> {
  if (request.method !== "POST") return { status: 405, value: { message: "Use POST." } };
  const { name, key } = await read(request);
  if (request.url === "/enter" && typeof name === "string" && name.trim() !== "") {
    return { status: 200, value: await (await rooms).enter(name.trim().slice(0, 100)) };
  }
  if (request.url === "/token" && typeof key === "string") {
    const token = await (await rooms).token(key);
    if (token !== undefined) return { status: 200, value: { token } };
    return { status: 403, value: { message: "There is no session with this key." } };
  }
  const message = "POST a name to /api/enter, or a key to /api/token.";
  return { status: 400, value: { message } };
}

/** The maximum size of a request in bytes. */
const maxLength = 10_000;

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > maxLength) return {};
  }
  try {
    return { ...(JSON.parse(text) as object) };
  } catch {
    return {};
  }
}
