import type { IncomingMessage, ServerResponse } from "node:http";
import type { Plugin, PreviewServer, ViteDevServer } from "vite";
import { type Lobby, openLobby } from "./lobby.ts";
import { openService, type Service } from "./service.ts";

/**
 * Adds the sample's server to Vite's server. `POST /api/enter` with a name starts a session, and `POST /api/token`
 * with the session's key returns a token. The key is a secret of the page. A user id would not be a secret, because
 * all participants see it. A real server must authenticate its users first.
 */
export function lobbyPlugin(open: () => Promise<Service> = openService): Plugin {
  const serve = (server: ViteDevServer | PreviewServer): void => {
    let service: Promise<Service> | undefined;
    let lobby: Promise<Lobby> | undefined;
    server.middlewares.use("/api/", (request, response) => {
      service ??= open();
      lobby ??= service.then(openLobby);
      void answer(lobby, request, response);
      // After a failure, the next request opens the lobby again.
      lobby.catch(() => (lobby = undefined));
      service.catch(() => (service = undefined));
    });
    server.httpServer?.once("close", () => {
      void service?.then((one) => one.close());
    });
  };
  return { name: "lobby", configureServer: serve, configurePreviewServer: serve };
}

async function answer(
  lobby: Promise<Lobby>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { status, value } = await carryOut(lobby, request).catch((error: unknown) => {
    console.error(error);
    return {
      status: 500,
      value: {
        message:
          "The chat service did not respond as expected. The server's console shows the error.",
      },
    };
  });
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(value));
}

async function carryOut(
  lobby: Promise<Lobby>,
  request: IncomingMessage,
): Promise<{ readonly status: number; readonly value: object }> {
  if (request.method !== "POST") return { status: 405, value: { message: "Use POST." } };
  const body = await read(request);
  if (request.url === "/enter" && typeof body["name"] === "string" && body["name"].trim() !== "") {
    const name = body["name"].trim().slice(0, 100);
    return { status: 200, value: await (await lobby).enter(name) };
  }
  if (request.url === "/token" && typeof body["key"] === "string") {
    const token = await (await lobby).token(body["key"]);
    if (token !== undefined) return { status: 200, value: { token } };
    return { status: 403, value: { message: "There is no session with this key." } };
  }
  return {
    status: 400,
    value: { message: "POST a name to /api/enter, or a key to /api/token." },
  };
}

/** The maximum size of a request in bytes. */
const LONGEST = 10_000;

async function read(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = "";
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LONGEST) return {};
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
