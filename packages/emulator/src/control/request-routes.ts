import type { Hono } from "hono";
import { streamEvents } from "./event-stream.ts";
import { toLogFilter } from "./input.ts";
import type { RequestLog, RequestLogFilter } from "./request-log.ts";

/** Adds the routes of the request log under `/_emulator/requests`. */
export function serveRequests(app: Hono, requests: RequestLog): void {
  app.get("/requests", (context) =>
    context.json(requests.list(toLogFilter(context.req.query()) as RequestLogFilter)),
  );
  app.delete("/requests", (context) => {
    requests.clear();
    return context.body(null, 204);
  });
  app.get("/requests/stream", (context) =>
    streamEvents(context, (tell) =>
      requests.subscribe((entry) =>
        tell({ id: String(entry.number), data: JSON.stringify(entry) }),
      ),
    ),
  );
}
