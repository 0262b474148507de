// A program that runs the unmodified official client in Node:
// arguments endpoint, token and how many events to wait for; it prints what it heard, as JSON.
import { installBrowser } from "./browser-shim.ts";

installBrowser();
// The client looks for a browser as soon as it is loaded.
const { official } = await import("./official.ts");
const [endpoint, token, count] = process.argv.slice(2);
await official.start(endpoint!, token!);
process.stdout.write("ready\n");
while (official.heard.length < Number(count)) {
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await official.stop();
process.stdout.write(`${JSON.stringify(official.heard)}\n`, () => process.exit(0));
