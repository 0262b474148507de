import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ChatClient } from "@acs-chat/client";
import { type Emulator, startEmulator } from "@acs-chat/emulator";
import { serverPlugin } from "@acs-chat/sample-react-chat/server/plugin.ts";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import type { Page } from "playwright-core";
import { build, preview } from "vite";

/** 9:41 on the current day. On another day the tokens would be invalid by this process's clock. */
const morning = new Date().setUTCHours(9, 41, 0, 0);
const root = fileURLToPath(
  new URL(".", import.meta.resolve("@acs-chat/sample-react-chat/package.json")),
);

/** The built React sample. */
export interface ReactChat extends AsyncDisposable {
  /** Serves the sample with a new emulator whose clock is stopped, and opens a conversation for `work`. */
  show(page: Page, work: () => Promise<void>): Promise<void>;
}

export async function buildReactChat(): Promise<ReactChat> {
  const outDir = await mkdtemp(join(tmpdir(), "react-chat-"));
  await build({ root, logLevel: "silent", build: { outDir, emptyOutDir: true } });
  return {
    async show(page, work) {
      await using site = await serve(outDir);
      await page.clock.setFixedTime(morning);
      await page.goto(site.address);
      await converse(page, site.emulator);
      await work();
    },
    [Symbol.asyncDispose]: () => rm(outDir, { recursive: true, force: true }),
  };
}

interface Site extends AsyncDisposable {
  readonly address: string;
  readonly emulator: Emulator;
}

async function serve(outDir: string): Promise<Site> {
  const emulator = await startEmulator({ seed: {} });
  emulator.control.clock.freeze(morning);
  const server = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [serverPlugin(() => Promise.resolve(serviceOf(emulator)))],
    build: { outDir },
    preview: { port: 0, host: "127.0.0.1" },
  });
  const { port } = server.httpServer.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    emulator,
    async [Symbol.asyncDispose]() {
      await server.close();
      await emulator.close();
    },
  };
}

function serviceOf(emulator: Emulator) {
  return {
    endpoint: emulator.endpoint,
    isNew: true,
    createUser: async () => (await emulator.createUser()).id,
    createToken: async (userId: string) => (await emulator.createToken(userId)).token,
    close: () => Promise.resolve(),
  };
}

/** Signs in, and waits until others have read a message and one of them is typing. */
async function converse(page: Page, emulator: Emulator): Promise<void> {
  const topic = "Launch week";
  await page.getByRole("textbox", { name: "Your name" }).fill("Ada Byron");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("button", { name: new RegExp(topic) }).click();
  await page.getByText("Ada Byron joined").waitFor();
  await page.getByRole("textbox", { name: "Message" }).fill("Docs are live. Shipping now!");
  await page.keyboard.press("Enter");
  await page.locator(".messages [data-status=sent]", { hasText: "Docs are live" }).waitFor();

  const { threads, participants, messages } = emulator.control.state();
  const { id: threadId } = threads.find((one) => one.topic === topic)!;
  const as = async (name: string) => {
    const { userId } = participants.find(({ displayName }) => displayName === name)!;
    const { token } = await emulator.createToken(userId);
    const credential = new AzureCommunicationTokenCredential(token);
    return new ChatClient(emulator.endpoint, credential).getChatThreadClient(threadId);
  };
  const chatMessageId = String(messages.findLast((one) => one.threadId === threadId)!.id);
  for (const name of ["Mira Okafor", "Jonas Lindqvist"]) {
    await (await as(name)).sendReadReceipt({ chatMessageId });
  }
  const typist = await as("Aiko Tanaka");
  await typist.sendTypingNotification({ senderDisplayName: "Aiko Tanaka" });
  await page.getByText("Aiko Tanaka is typing").waitFor();
}
