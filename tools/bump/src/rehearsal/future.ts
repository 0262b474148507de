import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The parts of an OpenAPI 2.0 document that the invented version changes. */
export interface Document {
  info: { version: string; "x-owner"?: string };
  "x-ms-parameterized-host": Record<string, unknown>;
  paths: Record<string, Record<string, Record<string, unknown>>>;
  definitions: Record<string, Definition>;
}

interface Definition {
  properties: Record<string, Record<string, unknown>>;
  required?: string[];
  enum?: string[];
  "x-ms-enum"?: { values: Record<string, unknown>[] };
}

const thread = "/chat/threads/{chatThreadId}";

/**
 * Returns an invented API version after the newest one with every kind of change: additions, removals, renames, other
 * types, paths and responses, derived models, a new group, an operation outside of its group's route, and another host.
 */
export async function madeUpFuture(root: string, version: string): Promise<Document> {
  const path = join(root, "specs/chat/openapi/2025-03-15.json");
  const document = JSON.parse(await readFile(path, "utf8")) as Document;
  document.info.version = version;
  changeModels(document);
  changeOperations(document);
  addPolls(document);
  document["x-ms-parameterized-host"]["hostTemplate"] = "{endpoint}/next";
  document.info["x-owner"] = "somebody else";
  return document;
}

const described = (description: string, schema: object): Record<string, unknown> => ({
  ...schema,
  description,
});
const string = { type: "string" };
const to = (name: string) => ({ $ref: `#/definitions/${name}` });
const listOf = (name: string) => ({ type: "array", items: to(name) });
const object = (
  description: string,
  properties: Record<string, Record<string, unknown>>,
  required: string[] = [],
  more: object = {},
): Definition =>
  Object.assign(
    { type: "object", description, properties },
    required.length > 0 ? { required } : {},
    more,
  );

const page = (name: string): Definition =>
  object(
    `One page of ${name}.`,
    {
      value: described("What is on the page.", listOf(name)),
      nextLink: described("The URL of the next page.", { ...string, readOnly: true }),
    },
    ["value"],
  );

function changeModels({ definitions }: Document): void {
  const { properties: message } = definitions["ChatMessage"]!;
  definitions["ChatReaction"] = object(
    "What somebody felt about a message.",
    {
      emoji: described("One emoji.", { ...string, maxLength: 16 }),
      createdOn: described("When it was given.", { ...string, format: "date-time" }),
    },
    ["emoji"],
  );
  definitions["ChatReactionsCollection"] = page("ChatReaction");
  message["reactions"] = described("The newest reactions to the message.", listOf("ChatReaction"));
  // A changed type.
  message["version"] = described("The version.", { type: "integer", format: "int64" });
  // A rename.
  const { properties: participant } = definitions["ChatParticipant"]!;
  participant["shownName"] = participant["displayName"]!;
  delete participant["displayName"];
  // A removal.
  delete definitions["ChatThreadItem"]!.properties["deletedOn"];
  // No longer required.
  definitions["CreateChatThreadRequest"]!.required = [];
  // A new kind of a polymorphic model.
  const kinds = definitions["RetentionPolicyKind"]!;
  kinds.enum!.push("idle");
  kinds["x-ms-enum"]!.values.push({ name: "idle", value: "idle", description: "After a pause." });
  definitions["IdleRetentionPolicy"] = object(
    "Deletes the thread after a pause.",
    { idleDays: described("The days without a message.", { type: "integer", format: "int32" }) },
    ["idleDays"],
    { allOf: [to("ChatRetentionPolicy")], "x-ms-discriminator-value": "idle" },
  );
}

function changeOperations({ paths, definitions }: Document): void {
  const message = paths[`${thread}/messages/{chatMessageId}`]!["get"]!;
  const { "200": _, ...errors } = message["responses"] as Record<string, unknown>;
  const returns = (status: string, name: string): object => ({
    responses: { [status]: { description: "Done.", schema: to(name) }, ...errors },
  });
  paths[`${thread}/messages/{chatMessageId}/reactions`] = {
    get: {
      ...message,
      operationId: "ChatThread_ListChatReactions",
      description: "Lists the reactions to a message.",
      ...returns("200", "ChatReactionsCollection"),
      "x-ms-pageable": { nextLinkName: "nextLink" },
    },
  };
  // An operation outside of its group's route.
  paths["/chat/messages/:find"] = {
    get: {
      operationId: "ChatThread_FindChatMessages",
      description: "Finds messages in all threads.",
      parameters: [
        { $ref: "#/parameters/ApiVersionParameter" },
        { name: "text", in: "query", required: true, type: "string", description: "What to find." },
        {
          name: "senders",
          in: "query",
          type: "array",
          items: { type: "string" },
          collectionFormat: "multi",
          description: "Limits the result to these senders.",
        },
      ],
      ...returns("200", "ChatMessagesCollection"),
    },
  };
  // A changed path.
  const receipts = paths[`${thread}/readReceipts`]!;
  paths[`${thread}/receipts`] = { post: receipts["post"]! };
  delete receipts["post"];
  // A removal.
  delete paths[`${thread}/typing`];
  delete definitions["SendTypingNotificationRequest"];
  // A changed response.
  definitions["AddedParticipants"] = object("Who was added.", {
    count: described("How many.", { type: "integer", format: "int32" }),
  });
  Object.assign(
    paths[`${thread}/participants/:add`]!["post"]!,
    returns("201", "AddedParticipants"),
  );
  delete definitions["AddChatParticipantsResult"];
  // A new parameter.
  (paths[thread]!["get"]!["parameters"] as object[]).push({
    name: "if-none-match",
    in: "header",
    type: "string",
    description: "The tag of what is known.",
  });
}

/** Adds a new group, with a polymorphic model and a long-running operation. */
function addPolls({ paths, definitions }: Document): void {
  const kind = { kind: described("The kind of the poll.", string) };
  definitions["ChatPoll"] = object("A poll.", kind, ["kind"], { discriminator: "kind" });
  definitions["ChoicePoll"] = object(
    "A poll with choices.",
    { choices: described("The choices.", { type: "array", items: string, minItems: 2 }) },
    ["choices"],
    { allOf: [to("ChatPoll")], "x-ms-discriminator-value": "choice" },
  );
  definitions["ChatPollsCollection"] = page("ChatPoll");
  const { "200": _, ...errors } = paths[`${thread}/messages/{chatMessageId}`]!["get"]![
    "responses"
  ] as Record<string, unknown>;
  const parameters = [
    { $ref: "#/parameters/ChatThreadIdParameter" },
    { $ref: "#/parameters/ApiVersionParameter" },
  ];
  paths[`${thread}/polls`] = {
    get: {
      operationId: "ChatPolls_ListPolls",
      description: "Lists the polls of a thread.",
      parameters,
      responses: {
        "200": { description: "A page.", schema: to("ChatPollsCollection") },
        ...errors,
      },
      "x-ms-pageable": { nextLinkName: "nextLink" },
    },
    post: {
      operationId: "ChatPolls_CreatePoll",
      description: "Creates a poll.",
      parameters: [
        ...parameters,
        {
          name: "poll",
          in: "body",
          required: true,
          description: "The poll.",
          schema: to("ChatPoll"),
          "x-ms-client-name": "newPoll",
        },
      ],
      responses: {
        "202": {
          description: "Begun.",
          schema: to("ChatPoll"),
          headers: { location: { type: "string", description: "Where the result will be." } },
        },
        ...errors,
      },
      "x-ms-long-running-operation": true,
      "x-ms-long-running-operation-options": { "final-state-via": "location" },
    },
  };
}
