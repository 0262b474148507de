/**
 * Compares our public types with those of the official package. The compiler runs the test: the type check of this
 * package fails if code that compiles with the official package would not compile with ours.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type * as official from "@azure/communication-chat";
import type * as ours from "../src/index.ts";
import { expect, test } from "vitest";

/** Fails to compile unless the first is assignable to the second. */
type Assignable<From extends To, To> = From;

/** Our client has one generic signature instead of overloads. test/realtime/types.test.ts compares them. */
type RealTime = "on" | "off";
type Methods<T> = {
  [K in keyof T]: T[K] extends (...args: never[]) => unknown ? K : never;
}[keyof T];

/** Checks that each method of ours accepts the official parameters and returns the official result. */
type SameMethods<Official, Ours, Except = never> = {
  [K in Exclude<Methods<Official>, Except>]: K extends keyof Ours
    ? Official[K] extends (...args: infer OfficialArgs) => infer OfficialResult
      ? Ours[K] extends (...args: infer OurArgs) => infer OurResult
        ? [OfficialArgs, OurResult] extends [OurArgs, OfficialResult]
          ? "same"
          : ["differs", OfficialArgs, OurArgs, OurResult, OfficialResult]
        : "no method"
      : never
    : "missing";
};
type AllSame<T> = { [K in keyof T]: "same" };

export type Members = [
  Assignable<
    SameMethods<official.ChatThreadClient, ours.ChatThreadClient, "getChatThreadClient">,
    AllSame<SameMethods<official.ChatThreadClient, ours.ChatThreadClient>>
  >,
  Assignable<
    SameMethods<official.ChatClient, ours.ChatClient, RealTime | "getChatThreadClient">,
    AllSame<SameMethods<official.ChatClient, ours.ChatClient, RealTime | "getChatThreadClient">>
  >,
  // Classes with private members are never assignable to each other, so their methods are compared above.
  Assignable<ReturnType<ours.ChatClient["getChatThreadClient"]>, ours.ChatThreadClient>,
  Assignable<
    Parameters<official.ChatClient["getChatThreadClient"]>,
    Parameters<ours.ChatClient["getChatThreadClient"]>
  >,
  Assignable<ours.ChatThreadClient["threadId"], official.ChatThreadClient["threadId"]>,
  Assignable<
    ConstructorParameters<typeof official.ChatClient>,
    ConstructorParameters<typeof ours.ChatClient>
  >,
  Assignable<
    ConstructorParameters<typeof official.ChatThreadClient>,
    ConstructorParameters<typeof ours.ChatThreadClient>
  >,
];

/** Types that callers pass. Each official type must be assignable to ours. */
export type Inputs = [
  Assignable<official.ChatClientOptions, ours.ChatClientOptions>,
  Assignable<official.ChatThreadClientOptions, ours.ChatThreadClientOptions>,
  Assignable<official.CreateChatThreadRequest, ours.CreateChatThreadRequest>,
  Assignable<official.CreateChatThreadOptions, ours.CreateChatThreadOptions>,
  Assignable<official.ListChatThreadsOptions, ours.ListChatThreadsOptions>,
  Assignable<official.DeleteChatThreadOptions, ours.DeleteChatThreadOptions>,
  Assignable<official.GetPropertiesOptions, ours.GetPropertiesOptions>,
  Assignable<official.UpdateTopicOptions, ours.UpdateTopicOptions>,
  Assignable<official.UpdateChatThreadPropertiesOptions, ours.UpdateChatThreadPropertiesOptions>,
  Assignable<official.SendMessageRequest, ours.SendMessageRequest>,
  Assignable<official.SendMessageOptions, ours.SendMessageOptions>,
  Assignable<official.GetMessageOptions, ours.GetMessageOptions>,
  Assignable<official.ListMessagesOptions, ours.ListMessagesOptions>,
  Assignable<official.RestListMessagesOptions, ours.RestListMessagesOptions>,
  Assignable<official.UpdateMessageOptions, ours.UpdateMessageOptions>,
  Assignable<official.DeleteMessageOptions, ours.DeleteMessageOptions>,
  Assignable<official.AddParticipantsRequest, ours.AddParticipantsRequest>,
  Assignable<official.AddParticipantsOptions, ours.AddParticipantsOptions>,
  Assignable<official.ListParticipantsOptions, ours.ListParticipantsOptions>,
  Assignable<official.RemoveParticipantOptions, ours.RemoveParticipantOptions>,
  Assignable<official.SendTypingNotificationOptions, ours.SendTypingNotificationOptions>,
  Assignable<official.SendReadReceiptRequest, ours.SendReadReceiptRequest>,
  Assignable<official.SendReadReceiptOptions, ours.SendReadReceiptOptions>,
  Assignable<official.ListReadReceiptsOptions, ours.ListReadReceiptsOptions>,
];

/** Each option of an official type must exist in ours, so that object literals have no excess properties. */
export type OptionNames = [
  Assignable<keyof official.ChatClientOptions, keyof ours.ChatClientOptions>,
  Assignable<keyof official.CreateChatThreadOptions, keyof ours.CreateChatThreadOptions>,
  Assignable<keyof official.SendMessageOptions, keyof ours.SendMessageOptions>,
  Assignable<keyof official.UpdateMessageOptions, keyof ours.UpdateMessageOptions>,
  Assignable<
    keyof official.UpdateChatThreadPropertiesOptions,
    keyof ours.UpdateChatThreadPropertiesOptions
  >,
  Assignable<keyof official.ListMessagesOptions, keyof ours.ListMessagesOptions>,
  Assignable<keyof official.ListParticipantsOptions, keyof ours.ListParticipantsOptions>,
  Assignable<
    keyof NonNullable<official.GetMessageOptions["requestOptions"]>,
    keyof NonNullable<ours.GetMessageOptions["requestOptions"]>
  >,
];

/** Types of results. They must be assignable in both directions, because callers name them in signatures. */
export type Results = [
  Assignable<ours.ChatMessage, official.ChatMessage>,
  Assignable<official.ChatMessage, ours.ChatMessage>,
  Assignable<ours.ChatMessageContent, official.ChatMessageContent>,
  Assignable<official.ChatMessageContent, ours.ChatMessageContent>,
  Assignable<ours.ChatMessageType, official.ChatMessageType>,
  Assignable<official.ChatMessageType, ours.ChatMessageType>,
  Assignable<ours.ChatAttachment, official.ChatAttachment>,
  Assignable<official.ChatAttachment, ours.ChatAttachment>,
  Assignable<ours.ChatAttachmentType, official.ChatAttachmentType>,
  Assignable<ours.ChatParticipant, official.ChatParticipant>,
  Assignable<official.ChatParticipant, ours.ChatParticipant>,
  Assignable<ours.ChatThreadItem, official.ChatThreadItem>,
  Assignable<official.ChatThreadItem, ours.ChatThreadItem>,
  Assignable<ours.ChatThreadProperties, official.ChatThreadProperties>,
  Assignable<official.ChatThreadProperties, ours.ChatThreadProperties>,
  Assignable<ours.ChatRetentionPolicy, official.ChatRetentionPolicy>,
  Assignable<official.ChatRetentionPolicy, ours.ChatRetentionPolicy>,
  Assignable<ours.ThreadCreationDateRetentionPolicy, official.ThreadCreationDateRetentionPolicy>,
  Assignable<ours.NoneRetentionPolicy, official.NoneRetentionPolicy>,
  Assignable<ours.ChatMessageReadReceipt, official.ChatMessageReadReceipt>,
  Assignable<official.ChatMessageReadReceipt, ours.ChatMessageReadReceipt>,
  Assignable<ours.CreateChatThreadResult, official.CreateChatThreadResult>,
  Assignable<ours.AddChatParticipantsResult, official.AddChatParticipantsResult>,
  Assignable<ours.SendChatMessageResult, official.SendChatMessageResult>,
  Assignable<ours.ChatError, official.ChatError>,
  Assignable<official.ChatError, ours.ChatError>,
  Assignable<ours.ListPageSettings, official.ListPageSettings>,
];

/** Checks that the comparison can fail. */
type Lacking = SameMethods<official.ChatThreadClient, Omit<ours.ChatThreadClient, "getMessage">>;
type Complete = AllSame<Lacking>;
type WithoutMetadata = Exclude<keyof ours.SendMessageOptions, "metadata">;
export type Controls = [
  // @ts-expect-error detects a missing method
  Assignable<Lacking, Complete>,
  // @ts-expect-error detects a result that lacks a field
  Assignable<Omit<ours.ChatMessage, "createdOn">, official.ChatMessage>,
  // @ts-expect-error detects a missing option
  Assignable<keyof official.SendMessageOptions, WithoutMetadata>,
];

const require = createRequire(import.meta.url);
const officialTypes = join(dirname(require.resolve("@azure/communication-chat")), "../esm");

/** Returns the names that a declaration file exports by its own declarations. */
function exportedNames(path: string): string[] {
  const text = readFileSync(path, "utf8");
  const declared = [
    ...text.matchAll(
      /^export (?:declare )?(?:abstract )?(?:interface|type|class|const|enum|function) (\w+)/gm,
    ),
  ];
  const listed = [...text.matchAll(/^export (?:type )?\{([^}]+)\}/gm)].flatMap(([, names]) =>
    names!.split(","),
  );
  return [
    ...declared.map(([, name]) => name!),
    ...listed.map((name) => name.replace(/^.* as /, "").trim()).filter(Boolean),
  ];
}

/** The names of events. test/realtime/types.test.ts compares them. */
const realTimeNames = /Event$|^ChatEventId$/;

test("exports every name that the official package exports", () => {
  const files = [
    "models/options",
    "models/requests",
    "models/models",
    "models/events",
    "chatClient",
    "chatThreadClient",
  ];
  const official = files.flatMap((file) => exportedNames(join(officialTypes, `${file}.d.ts`)));
  expect(official.length).toBeGreaterThan(50);
  const source = new URL("../src/", import.meta.url).pathname;
  const own = new Set(
    ["options", "requests", "models", "index"].flatMap((file) =>
      exportedNames(join(source, `${file}.ts`)),
    ),
  );
  expect(official.filter((name) => !realTimeNames.test(name) && !own.has(name))).toEqual([]);
});
