/**
 * Starts an emulator and runs a conversation of two users, first with the client package, then with the REST package.
 */
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { startEmulator } from "@acs-chat/emulator";
import { withClient } from "./with-client.ts";
import { withRest } from "./with-rest.ts";

await using emulator = await startEmulator();
console.log(`The emulator listens on ${emulator.endpoint}`);

const users = [];
for (const name of ["Ada", "Grace"]) {
  const { id, token } = await emulator.createUser();
  users.push({ name, id, credential: new AzureCommunicationTokenCredential(token) });
  console.log(`${name} is ${id}`);
}
const [ada, grace] = users as [(typeof users)[0], (typeof users)[0]];

console.log("\n@acs-chat/client");
await withClient(emulator.endpoint, ada, grace);

console.log("\n@acs-chat/rest");
await withRest(emulator.endpoint, ada, grace);
