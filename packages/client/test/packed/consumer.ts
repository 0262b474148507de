// A program that uses the installed package. It must compile with each module resolution.
import {
  ChatArgumentError,
  ChatClient,
  type ChatMessage,
  type ChatPage,
  type ChatRetryEvent,
  type ChatServiceError,
  type ChatThreadClient,
  isChatServiceError,
  type SendMessageOptions,
  throwIfInvalidParticipants,
} from "@acs-chat/client";
import { AzureCommunicationTokenCredential } from "@azure/communication-common";

export async function lunch(endpoint: string, token: string): Promise<Date[]> {
  const retries: ChatRetryEvent[] = [];
  const client = new ChatClient(endpoint, new AzureCommunicationTokenCredential(token), {
    validateResponses: true,
    retryOptions: { maxRetries: 5, onRetry: (event) => retries.push(event) },
    userAgentOptions: { userAgentPrefix: "consumer/1" },
  });
  const participants = [{ id: { communicationUserId: "8:acs:a" }, displayName: "A" }];
  const created = await client.createChatThread({ topic: "Lunch" }, { participants });
  const { chatThread } = throwIfInvalidParticipants(created);
  const thread: ChatThreadClient = client.getChatThreadClient(chatThread?.id ?? "");
  const options: SendMessageOptions = { safeRetry: true, type: "text", metadata: { a: "b" } };
  await thread.sendMessage({ content: "hello" }, options);
  const times: Date[] = [];
  for await (const message of thread.listMessages({ maxPageSize: 10 }))
    times.push(message.createdOn);
  for await (const page of thread.listMessages().byPage({ maxPageSize: 10 })) {
    const typed: ChatPage<ChatMessage> = page;
    console.log(typed.continuationToken, typed[0]?.sender?.kind);
  }
  return times;
}

export function explain(error: unknown): string {
  if (error instanceof ChatArgumentError) return error.argument;
  if (isChatServiceError(error)) {
    const known: ChatServiceError = error;
    return `${known.code} ${known.requestId} ${known.details?.length} ${known.retryAfterInMs}`;
  }
  // @ts-expect-error the declarations are seen: there is no such option
  void new ChatClient("https://x", new AzureCommunicationTokenCredential(""), { retries: 5 });
  return "";
}
