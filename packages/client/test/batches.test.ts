import { expect, test } from "vitest";
import { ChatArgumentError } from "../src/index.ts";
import { created, scripted, threadId } from "./support/scripted.ts";

const participants = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: { communicationUserId: `8:acs:u${index}` } }));

const invalid = (target: string) => ({ code: "403", message: "no", target });

test("rejects more than 200 participants, or adds them in batches and merges the results", async () => {
  const refused = scripted([created]);
  await expect(
    refused.client.createChatThread({ topic: "t" }, { participants: participants(201) }),
  ).rejects.toMatchObject({
    argument: "participants",
  });
  await expect(
    refused.thread.addParticipants({ participants: participants(201) }),
  ).rejects.toBeInstanceOf(ChatArgumentError);
  expect(refused.sent).toEqual([]);

  const { client, sent } = scripted([
    { status: 201, body: { ...created.body, invalidParticipants: [invalid("a")] } },
    { status: 201, body: { invalidParticipants: [invalid("b")] } },
    { status: 201, body: {} },
  ]);
  const result = await client.createChatThread(
    { topic: "t" },
    { participants: participants(401), batches: true },
  );
  expect(
    sent.map(({ path, body }) => [path, (body as { participants: [] }).participants.length]),
  ).toEqual([
    ["/chat/threads", 200],
    [`/chat/threads/${threadId}/participants/:add`, 200],
    [`/chat/threads/${threadId}/participants/:add`, 1],
  ]);
  expect(result.chatThread?.id).toBe(threadId);
  expect(result.invalidParticipants).toEqual([invalid("a"), invalid("b")]);
});

test("adds the results of earlier batches to the error of a later one", async () => {
  const { client } = scripted([
    created,
    { status: 403, body: { error: { code: "Forbidden", message: "full" } } },
  ]);
  const failure = await client
    .createChatThread({ topic: "t" }, { participants: participants(201), batches: true })
    .catch((e: unknown) => e);
  expect(failure).toMatchObject({
    code: "Forbidden",
    partialResult: { chatThread: { id: threadId } },
  });
});
