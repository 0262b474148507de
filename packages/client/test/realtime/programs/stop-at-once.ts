// Starts and stops notifications. The process must end without a call of process.exit.
import { ChatClient } from "../../../src/index.ts";

const credential = {
  getToken: async () => ({ token: "t", expiresOnTimestamp: Date.now() + 3_600_000 }),
  dispose() {},
};
const client = new ChatClient(process.argv[2]!, credential, { validateResponses: true });
await client.startRealtimeNotifications();
await client.stopRealtimeNotifications();
console.log("stopped");
