import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { RealtimeError } from "../realtime-error.ts";
import { platformEnvironment, type TrouterEnvironment } from "./environment.ts";
import { createFetchText, type TextRequest } from "./fetch-text.ts";

const environment = (fetch?: typeof globalThis.fetch) =>
  ({ ...platformEnvironment, RealtimeError, fetch }) as unknown as TrouterEnvironment;

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const request = (url: string, more: Partial<TextRequest> = {}): TextRequest => ({
  url,
  method: "GET",
  headers: {},
  body: null,
  timeout: 20_000,
  operation: "GET /",
  secrets: [],
  ...more,
});

/** An AbortController like that of jsdom: it works, but Node's `fetch` rejects its signals. */
class ForeignController {
  readonly signal = Object.assign(new EventTarget(), { aborted: false });
  abort(): void {
    this.signal.aborted = true;
    this.signal.dispatchEvent(new Event("abort"));
  }
}

afterEach(() => vi.unstubAllGlobals());

describe("a request", () => {
  it("works with Node's fetch if AbortController was replaced, and can still be aborted", async () => {
    vi.stubGlobal("AbortController", ForeignController);
    const url = await serve(({ url: path }, response) => {
      if (path === "/") response.end("text");
    });
    const fetchText = createFetchText(environment());
    expect(await fetchText(request(url))).toMatchObject({ ok: true, text: "text" });
    const controller = new ForeignController();
    const signal = controller.signal as unknown as AbortSignal;
    const hanging = fetchText(request(`${url}hang`, { signal }));
    controller.abort();
    await expect(hanging).rejects.toMatchObject({ code: "Stopped" });
    await expect(fetchText(request(`${url}hang`, { timeout: 1 }))).rejects.toMatchObject({
      code: "Timeout",
      message: "GET /: no response within 1 ms.",
    });
  });

  it("fails on a redirect without following it", async () => {
    const asked: (string | undefined)[] = [];
    const url = await serve(({ url: path }, response) => {
      asked.push(path);
      response.writeHead(307, { location: "/elsewhere" }).end();
    });
    const headers = { "X-Skypetoken": "t" };
    await expect(createFetchText(environment())(request(url, { headers }))).rejects.toMatchObject({
      code: "RequestFailed",
      statusCode: 307,
      message: expect.stringContaining("redirects") as string,
    });
    expect(asked).toEqual(["/"]);
  });

  it("fails on a redirect that the platform hides or has followed", async () => {
    for (const response of [
      { type: "opaqueredirect", status: 0, ok: false },
      { type: "basic", status: 200, ok: true, redirected: true },
    ]) {
      const fetchText = createFetchText(environment((async () => response) as never));
      await expect(fetchText(request("https://a.test/"))).rejects.toMatchObject({
        code: "RequestFailed",
      });
    }
  });

  it("is not a lost connection if the platform rejects it", async () => {
    const refused = request("http://127.0.0.1:1/", { headers: { "X-Skypetoken": "a\nb" } });
    await expect(createFetchText(environment())(refused)).rejects.toMatchObject({
      code: "RequestFailed",
      message: expect.stringContaining("invalid header value") as string,
    });
  });

  it("fails with the innermost reason, without secrets", async () => {
    const cause = new AggregateError([new Error("connect ECONNREFUSED ::1 (secret)")], "");
    const fetch = () => Promise.reject(new TypeError("fetch failed", { cause }));
    const failing = createFetchText(environment(fetch as never))(
      request("https://a.test/", { secrets: ["secret"] }),
    );
    await expect(failing).rejects.toMatchObject({
      code: "ConnectionLost",
      message: "GET /: connect ECONNREFUSED ::1 ([redacted])",
    });
  });
});
