import { existsSync } from "node:fs";
import { chromiumPath } from "@acs-chat/chromium";
import { startEmulatorProcess } from "./emulator-processes.ts";
import { benchRealtimeBrowser } from "./realtime-browser.ts";
import { measureLatency } from "./realtime-latency.ts";
import { realtimeSizes } from "./realtime-size.ts";
import { limit, type Row, ratio } from "./row.ts";

/** Real time: how soon events come, how long a start takes, and what a browser loads for it. */
export async function benchRealtime(): Promise<Row[]> {
  await using emulator = await startEmulatorProcess();
  const { http } = JSON.parse(emulator.line) as { http: string };
  const { median, p99, events } = await measureLatency(http);
  console.log(`  ${events} events of 100 messages a second in a thread of 50 connected users`);
  const sizes = await realtimeSizes();
  const rows = [
    limit("send to event, median", "ms", median, 5),
    limit("  99th percentile", "ms", p99, 25),
    ratio("what a browser loads for real time", "KB gzip", sizes, { max: 0.2 }),
  ];
  if (!existsSync(chromiumPath)) {
    console.log(`  skipped: real time in a browser: ${chromiumPath} is missing`);
    return rows;
  }
  return [...rows, ...(await benchRealtimeBrowser(emulator.line))];
}
