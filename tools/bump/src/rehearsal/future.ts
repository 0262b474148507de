import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** The parts of an OpenAPI document that the future is made up of. */
interface Document {
  info: { version: string };
  paths: Record<string, Record<string, Record<string, unknown>>>;
  definitions: Record<string, { properties: Record<string, Record<string, unknown>> }>;
}

/** A made-up API version after the newest one: additions, a removal and a renamed property. */
export async function madeUpFuture(root: string, version: string): Promise<Document> {
  const path = join(root, "specs/chat/openapi/2025-03-15.json");
  const document = JSON.parse(await readFile(path, "utf8")) as Document;
  const { definitions, paths } = document;
  document.info.version = version;
  definitions["ChatReaction"] = {
    type: "object",
    description: "What somebody felt about a message.",
    properties: {
      emoji: { type: "string", description: "One emoji.", maxLength: 16 },
      createdOn: { type: "string", format: "date-time", description: "When it was given." },
    },
    required: ["emoji"],
  } as (typeof definitions)[string];
  definitions["ChatReactionsCollection"] = {
    type: "object",
    description: "One page of the reactions to a message.",
    properties: {
      value: {
        type: "array",
        description: "The reactions of this page.",
        items: { $ref: "#/definitions/ChatReaction" },
      },
      nextLink: { type: "string", description: "The address of the next page.", readOnly: true },
    },
    required: ["value"],
  } as (typeof definitions)[string];
  definitions["ChatMessage"]!.properties["reactions"] = {
    type: "array",
    description: "The newest reactions to the message.",
    items: { $ref: "#/definitions/ChatReaction" },
  };
  delete definitions["ChatThreadItem"]!.properties["deletedOn"];
  const participant = definitions["ChatParticipant"]!.properties;
  participant["shownName"] = participant["displayName"]!;
  delete participant["displayName"];
  const messages = paths["/chat/threads/{chatThreadId}/messages/{chatMessageId}"]!["get"]!;
  const { "200": _, ...errors } = messages["responses"] as Record<string, unknown>;
  paths["/chat/threads/{chatThreadId}/messages/{chatMessageId}/reactions"] = {
    get: {
      ...messages,
      operationId: "ChatThread_ListChatReactions",
      description: "Lists the reactions to a message.",
      responses: {
        "200": {
          description: "One page of the reactions.",
          schema: { $ref: "#/definitions/ChatReactionsCollection" },
        },
        ...errors,
      },
      "x-ms-pageable": { nextLinkName: "nextLink" },
    },
  };
  return document;
}
