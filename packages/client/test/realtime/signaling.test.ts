import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { signalingTransport } from "../../src/realtime/signaling-transport.ts";
import type { RealtimeContext } from "../../src/realtime/transport.ts";

const ignore = (): void => {};

test("stops Microsoft's transport within its time limit if the service does not return its configuration", async () => {
  const server = createServer(() => {});
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const transport = await signalingTransport({ connectTimeoutInMs: 50 })({
    endpoint: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    apiVersion: "2025-03-15",
    newId: () => "id",
    credential: {
      getToken: async () => ({ token: "e30.e30.e30", expiresOnTimestamp: Date.now() + 1e7 }),
      dispose: ignore,
    },
    sink: {
      event: ignore,
      connected: ignore,
      reconnecting: ignore,
      resyncRequired: ignore,
      error: ignore,
      ended: ignore,
      log: ignore,
    },
  } satisfies RealtimeContext);
  await expect(transport.start()).rejects.toMatchObject({
    name: "RealtimeError",
    code: "Timeout",
    message: "Not connected within 50 ms.",
  });
  server.close();
});
