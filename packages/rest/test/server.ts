import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import type { AccessToken, TokenCredential } from "@azure/core-auth";

/** A received request. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A response of the server. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface TestServer extends AsyncDisposable {
  readonly endpoint: string;
  readonly received: Received[];
}

/** Starts a server on a free loopback port. A request stays open until `answer` resolves. */
export async function serve(
  answer: (request: Received, index: number) => Reply | Promise<Reply>,
): Promise<TestServer> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += String(chunk);
    const seen = { method: request.method!, url: request.url!, headers: request.headers, body };
    received.push(seen);
    const reply = await answer(seen, received.length - 1);
    response.writeHead(reply.status, { "content-type": "application/json", ...reply.headers });
    response.end(typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A credential that returns `token-1`, `token-2` and so on, each valid for the given time. */
export function countingCredential(lifetimeMs = 3_600_000): TokenCredential & { asked: number } {
  return {
    asked: 0,
    async getToken(): Promise<AccessToken> {
      this.asked++;
      return { token: `token-${this.asked}`, expiresOnTimestamp: Date.now() + lifetimeMs };
    },
  };
}
