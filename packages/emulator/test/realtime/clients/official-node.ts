// A program that runs the unmodified official client in Node. Arguments: endpoint, token and the
// number of events to wait for. It prints the received events as JSON.
import { installBrowser } from "./browser-shim.ts";

installBrowser();
// The client checks for a browser when it is loaded.
const { official } = await import("./official.ts");
const [endpoint, token, count] = process.argv.slice(2);
await official.start(endpoint!, token!);
process.stdout.write("ready\n");
while (official.heard.length < Number(count)) {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await official.stop();
process.stdout.write(`${JSON.stringify(official.heard)}\n`, () => process.exit(0));
