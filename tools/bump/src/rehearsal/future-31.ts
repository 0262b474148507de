import { readFile } from "node:fs/promises";
import { join } from "node:path";

interface Document31 {
  info: { version: string };
  paths: Record<string, Record<string, Record<string, unknown>>>;
  components: {
    schemas: Record<
      string,
      { properties: Record<string, unknown>; anyOf: { enum?: string[] }[] } & Record<
        string,
        unknown
      >
    >;
  };
}

/**
 * Returns an invented API version after the newest one, as an OpenAPI 3.1 document.
 *
 * @param isUnion - Whether a new type is a union, which the compiled OpenAPI 2.0 document cannot express.
 */
export async function madeUpFuture31(
  root: string,
  version: string,
  isUnion = false,
): Promise<object> {
  const path = join(root, "specs/chat/openapi/2025-03-15.openapi3.json");
  const document = JSON.parse(await readFile(path, "utf8")) as Document31;
  document.info.version = version;
  const { schemas } = document.components;
  // A new value of an extensible enumeration.
  schemas["ChatMessageType"]!.anyOf[1]!.enum!.push("poll");
  // A nullable property.
  const message = schemas["ChatMessage"]!.properties;
  message["editedOn"] = {
    type: ["string", "null"],
    format: "date-time",
    description: "When the message was last edited; absent if it never was.",
  };
  // A polymorphic type, discriminated by a constant.
  message["reaction"] = { $ref: "#/components/schemas/Reaction", description: "The last one." };
  const kinds = ["EmojiReaction", "ImageReaction"].map((name) => `#/components/schemas/${name}`);
  const mapping = { emoji: kinds[0], image: kinds[1] };
  const base = isUnion
    ? { oneOf: kinds.map(($ref) => ({ $ref })) }
    : { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
  const inherits = isUnion ? {} : { allOf: [{ $ref: "#/components/schemas/Reaction" }] };
  Object.assign(schemas, {
    Reaction: {
      description: "A reaction.",
      discriminator: { propertyName: "kind", mapping },
      ...base,
    },
    EmojiReaction: {
      ...reaction("emoji", { emoji: { type: "string", maxLength: 16 } }),
      ...inherits,
    },
    ImageReaction: {
      ...reaction("image", { url: { type: "string", format: "uri" } }),
      ...inherits,
    },
  });
  // Removals.
  delete schemas["ChatThreadItem"]!.properties["deletedOn"];
  delete schemas["SendTypingNotificationRequest"];
  delete document.paths["/chat/threads/{chatThreadId}/typing"];
  // A new group.
  const list = document.paths["/chat/threads/{chatThreadId}/messages"]!["get"]!;
  document.paths["/chat/messages/:find"] = {
    get: {
      operationId: "ChatSearch_findChatMessages",
      description: "Finds messages in all threads.",
      parameters: [
        { $ref: "#/components/parameters/ApiVersionParameter" },
        {
          name: "senders",
          in: "query",
          style: "pipeDelimited",
          explode: false,
          schema: { type: "array", items: { type: "string" } },
        },
      ],
      responses: list["responses"],
    },
  };
  return document;
}

function reaction(kind: string, properties: object): object {
  return {
    type: "object",
    description: `A reaction by ${kind}.`,
    required: ["kind"],
    properties: { kind: { type: "string", const: kind }, ...properties },
  };
}
