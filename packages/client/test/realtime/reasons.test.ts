import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmulator } from "@acs-chat/emulator";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { describe, expect, it, onTestFinished } from "vitest";
import { ChatClient, type RealtimeError } from "../../src/index.ts";
import { setUp } from "./support/start.ts";

const token = `h.${btoa(JSON.stringify({ exp: 4_000_000_000 }))}.s`;
const path = "GET /chat/config/realTimeNotifications";

/** Returns the error of a start that fails, and the number of its attempts. */
async function failingStart(endpoint: string): Promise<{ error: RealtimeError; attempts: number }> {
  let attempts = 0;
  const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), {
    realtime: {
      fetch: (...args) => {
        attempts += 1;
        return fetch(...args);
      },
    },
  });
  const error = await client.startRealtimeNotifications().then(
    () => expect.unreachable(),
    (reason: unknown) => reason as RealtimeError,
  );
  return { error, attempts };
}

describe("rejects a start with the reason and without retries", () => {
  it("for an untrusted certificate", async () => {
    const folder = mkdtempSync(join(tmpdir(), "acs-chat-client-"));
    const emulator = await startEmulator({ https: { certificateFolder: folder } });
    onTestFinished(async () => {
      await emulator.close();
      rmSync(folder, { recursive: true });
    });
    const { error, attempts } = await failingStart(emulator.httpsEndpoint!);
    expect(error.message).toMatch(
      new RegExp(`^startRealtimeNotifications failed: ${path}: .*(certificate|self.signed)`),
    );
    expect([error.code, attempts]).toEqual(["ConnectionLost", 1]);
  });

  it("for an unknown host", async () => {
    const { notifications, service: fake, time } = setUp();
    const cause = Object.assign(new Error("getaddrinfo ENOTFOUND nobody.test"), {
      code: "ENOTFOUND",
    });
    fake.answer = () => new TypeError("fetch failed", { cause });
    const failed = notifications.start().catch((error: unknown) => error);
    await time.advance(60_000);
    expect(await failed).toMatchObject({
      code: "ConnectionLost",
      message: `startRealtimeNotifications failed: ${path}: getaddrinfo ENOTFOUND nobody.test`,
    });
    expect(fake.requests).toHaveLength(1);
  });
});

it("reports a closed port after three attempts", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  const { error, attempts } = await failingStart(`http://127.0.0.1:${port}`);
  expect(error.message).toBe(
    `startRealtimeNotifications failed: ${path}: connect ECONNREFUSED 127.0.0.1:${port}`,
  );
  expect([error.code, attempts]).toEqual(["ConnectionLost", 3]);
});

it.each([
  [() => new Response(null, { status: 403 }), `${path}: the response has status code 403.`],
  [
    () => new Response("<html>"),
    `${path}: field trouterServiceUrl: expected a non-empty string, received nothing`,
  ],
])("reports operation, path and reason of an invalid response: %#", async (answer, message) => {
  const { notifications, service } = setUp();
  service.answer = answer;
  await expect(notifications.start()).rejects.toThrow(
    `startRealtimeNotifications failed: ${message}`,
  );
});

it("reports the reason of a failed credential without tokens", async () => {
  const { notifications, tokens } = setUp();
  Object.defineProperty(tokens, "current", {
    get() {
      throw new Error(`cannot refresh ${token.replace("h", "eyJh")}`, {
        cause: new Error("Bearer abc is expired"),
      });
    },
  });
  await expect(notifications.start()).rejects.toMatchObject({
    code: "TokenUnavailable",
    message: "startRealtimeNotifications failed: credential.getToken: [redacted] is expired",
  });
});
