// A hono server without features, on @hono/node-server: reads the request body and responds with the given bytes.
import { serve } from "@hono/node-server";
import { Hono } from "hono";

const [body = "", headers = "{}"] = process.argv.slice(2);
const fixed = JSON.parse(headers) as Record<string, string>;
const app = new Hono();
app.post("/chat/threads/:id/messages", async (context) => {
  await context.req.json();
  return context.body(body, 201, fixed);
});
const server = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  console.log(`http://127.0.0.1:${port}`);
});
process.once("SIGTERM", () => {
  server.close();
  process.exit(0);
});
