/** Creates and uses many clients, and prints how much memory remains in use afterwards. Needs --expose-gc. */
import { createHttpHeaders } from "@azure/core-rest-pipeline";
import { ChatClient } from "../../src/index.ts";

const clients = 2000;

const credential = {
  getToken: () => Promise.resolve({ token: "token", expiresOnTimestamp: Date.now() + 3_600_000 }),
  dispose: () => {},
};

async function useClients(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const client = new ChatClient("https://contoso.communication.azure.com", credential, {
      httpClient: {
        sendRequest: (request) =>
          Promise.resolve({ request, status: 204, headers: createHttpHeaders() }),
      },
    });
    await client.deleteChatThread("thread");
  }
}

function usedMemory(): number {
  globalThis.gc!();
  return process.memoryUsage().heapUsed;
}

// The first clients load modules and fill caches.
await useClients(100);
const before = usedMemory();
await useClients(clients);
console.log(JSON.stringify({ clients, bytesPerClient: (usedMemory() - before) / clients }));
