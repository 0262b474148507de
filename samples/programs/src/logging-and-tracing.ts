/** Shows the client's log and its tracing spans. */
import { useInstrumenter } from "@azure/core-tracing";
import { AzureLogger, setLogLevel } from "@azure/logger";
import { openLunch } from "./lunch.ts";
import { openService } from "./service.ts";

// The log never contains tokens. The environment variable AZURE_LOG_LEVEL=info also enables it.
const log: string[] = [];
setLogLevel("info");
AzureLogger.log = (...args) => log.push(args.join(" "));

// For OpenTelemetry, use @azure/opentelemetry-instrumentation-azure-sdk. This example collects only the names.
const spans: string[] = [];
useInstrumenter({
  startSpan(name, { tracingContext }) {
    spans.push(name);
    const span = {
      setStatus() {},
      setAttribute() {},
      end() {},
      recordException() {},
      isRecording: () => false,
    };
    return { span, tracingContext: tracingContext ?? NO_CONTEXT };
  },
  withContext: (_context, callback, ...args) => callback(...args),
  parseTraceparentHeader: () => undefined,
  createRequestHeaders: () => ({}),
});
const NO_CONTEXT = {
  setValue: () => NO_CONTEXT,
  getValue: () => undefined,
  deleteValue: () => NO_CONTEXT,
};

await using service = await openService();
const { adaThread, ada } = await openLunch(service);
await adaThread.sendMessage({ content: "Hello" });

console.log(`logged requests: ${log.some((line) => line.includes("/messages"))}`);
console.log(`token in the log: ${log.some((line) => line.includes(ada.token))}`);
console.log(spans.filter((name) => name.startsWith("Chat")).join(", "));
