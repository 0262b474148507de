import { startEmulator } from "@acs-chat/emulator";
import { ChatClient, type ChatThreadClient } from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The variables that snippets use without declaring them: a signed-in user, a thread, and more. */
export interface Given {
  readonly endpoint: string;
  readonly token: string;
  /** The raw id of the token's user. */
  readonly userId: string;
  readonly credential: AzureCommunicationTokenCredential;
  readonly chat: ChatClient;
  readonly thread: ChatThreadClient;
  readonly threadId: string;
  readonly otherUserId: string;
  readonly pngBytes: ArrayBuffer;
  /** A temporary folder to write to. */
  readonly outputFolder: string;
}

/** Runs a snippet on a new emulator. */
export async function withGiven(run: (given: Given) => Promise<void>): Promise<void> {
  await using emulator = await startEmulator();
  const { endpoint } = emulator;
  const { token, id: userId } = await emulator.createUser();
  const { id: otherUserId } = await emulator.createUser();
  const credential = new AzureCommunicationTokenCredential(token);
  const chat = new ChatClient(endpoint, credential, { validateResponses: true });
  const { chatThread } = await chat.createChatThread({ topic: "Given" });
  const threadId = chatThread!.id;
  const outputFolder = await mkdtemp(join(tmpdir(), "snippet-"));
  try {
    await run({
      endpoint,
      token,
      userId,
      credential,
      chat,
      thread: chat.getChatThreadClient(threadId),
      threadId,
      otherUserId,
      pngBytes: onePixel.slice(0),
      outputFolder,
    });
  } finally {
    await rm(outputFolder, { recursive: true });
  }
}

/** A PNG of one transparent pixel. */
const onePixel = Uint8Array.from(
  Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==",
    "base64",
  ),
).buffer;
