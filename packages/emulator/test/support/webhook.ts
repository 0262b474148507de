import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

/** A request that a webhook received. */
export interface WebhookRequest {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A webhook on a free port, like that of a server-side app. */
export interface Webhook extends AsyncDisposable {
  readonly url: string;
  /** Notifications in the order they were received. */
  readonly notifications: WebhookRequest[];
  readonly handshakes: WebhookRequest[];
  /** How the webhook responds to handshakes. Default `"confirm"`. */
  handshake: "confirm" | "ignore" | "refuse" | "wrong";
  /** Status codes for the next notifications; 200 after that. */
  statuses: number[];
}

/** Starts a webhook. */
export async function startWebhook(): Promise<Webhook> {
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      const { method = "", headers } = request;
      const got = { method, headers, body };
      const validation = headers["aeg-event-type"] === "SubscriptionValidation";
      if (method !== "OPTIONS" && !validation) {
        webhook.notifications.push(got);
        response.writeHead(webhook.statuses.shift() ?? 200, { Location: "/elsewhere" }).end();
        return;
      }
      webhook.handshakes.push(got);
      if (webhook.handshake === "refuse") return response.writeHead(403).end();
      if (webhook.handshake === "ignore") return response.writeHead(200).end();
      const confirms = webhook.handshake === "confirm";
      if (method === "OPTIONS") {
        const asked = String(headers["webhook-request-origin"]);
        const allowed = confirms ? asked : "example.com";
        return response.writeHead(200, { "WebHook-Allowed-Origin": allowed }).end();
      }
      const [{ data }] = JSON.parse(body) as [{ data: { validationCode: string } }];
      const validationResponse = confirms ? data.validationCode : "wrong";
      response.writeHead(200).end(JSON.stringify({ validationResponse }));
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const webhook: Webhook = {
    url: `http://127.0.0.1:${port}/events`,
    notifications: [],
    handshakes: [],
    handshake: "confirm",
    statuses: [],
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return webhook;
}
