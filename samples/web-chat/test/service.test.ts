import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { missingChromium, sharedChromium } from "@acs-chat/chromium";
import { startEmulator } from "@acs-chat/emulator";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openService } from "../server/service.ts";

const built = inject("built");
let certificates: string;
beforeAll(async () => {
  certificates = await mkdtemp(join(tmpdir(), "web-chat-certificates-"));
});
afterAll(async () => {
  await rm(certificates, { recursive: true, force: true });
});

/** Starts the sample with environment variables, joins, and sends a message. */
async function talk(environment: NodeJS.ProcessEnv): Promise<void> {
  const env: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: "1", ...environment };
  for (const name of ["ACS_CONNECTION_STRING", "ACS_ENDPOINT", "ACS_TOKEN"]) {
    if (environment[name] === undefined) delete env[name];
  }
  const vite = fileURLToPath(new URL("../node_modules/vite/bin/vite.js", import.meta.url));
  const args = [vite, "preview", "--outDir", built, "--host", "127.0.0.1", "--port", "0"];
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(new URL("../", import.meta.url)),
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  // Chromium does not trust the emulator's certificate.
  const context = await (await sharedChromium()).newContext({ ignoreHTTPSErrors: true });
  try {
    let output = "";
    let address: string | undefined;
    for await (const chunk of child.stdout) {
      output += String(chunk);
      [address] = /http:\/\/127\.0\.0\.1:\d+\//.exec(output) ?? [];
      if (address !== undefined) break;
    }
    const page = await context.newPage();
    await page.goto(address ?? "about:blank");
    await page.getByRole("textbox", { name: "Your name" }).fill("Ada");
    await page.getByRole("button", { name: "Join" }).click();
    await page.getByText("Live", { exact: true }).waitFor();
    await page.getByRole("textbox", { name: "Message" }).fill("Hello");
    await page.keyboard.press("Enter");
    await page.locator(".own[data-status=sent] .text", { hasText: "Hello" }).waitFor();
  } finally {
    await context.close();
    if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "exit");
  }
}

describe.skipIf(missingChromium())("the sample runs", () => {
  test("on a new emulator", async () => {
    await expect(talk({})).resolves.toBeUndefined();
  });

  test("on the service of ACS_CONNECTION_STRING", async () => {
    await using emulator = await startEmulator({
      https: { certificateFolder: certificates },
      seed: {},
    });
    await talk({
      ACS_CONNECTION_STRING: emulator.connectionString,
      NODE_EXTRA_CA_CERTS: emulator.caCertificate,
    });
    const { requests } = emulator.control;
    const [sent] = requests.list({ operation: "sendChatMessage" });
    expect(sent?.requestBody).toContain("Hello");
    expect(requests.list({ operation: "identity.create" })).toHaveLength(2);
  });

  test("on the service of ACS_ENDPOINT, as the users of ACS_TOKEN", async () => {
    await using emulator = await startEmulator();
    const host = await emulator.createUser();
    const guest = await emulator.createUser();
    const ACS_TOKEN = `${host.token} ${guest.token}`;
    await talk({ ACS_ENDPOINT: emulator.endpoint, ACS_TOKEN });
    const [sent] = emulator.control.requests.list({ operation: "sendChatMessage" });
    expect(sent?.userId).toBe(guest.id);
  });
});

test("rejects incomplete or invalid environment variables with what to set", async () => {
  const ACS_ENDPOINT = "https://127.0.0.1:9";
  await expect(openService({ ACS_TOKEN: "x" })).rejects.toThrow("Set both or neither");
  await expect(openService({ ACS_ENDPOINT })).rejects.toThrow("Set both or neither");
  await expect(openService({ ACS_ENDPOINT, ACS_TOKEN: "x" })).rejects.toThrow(
    "must be a user's token",
  );
  await expect(openService({ ACS_CONNECTION_STRING: "x" })).rejects.toThrow(
    "must be like endpoint",
  );
});
