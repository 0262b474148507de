import type { RequestLogEntry } from "@acs-chat/emulator";
import { headerOf, partsOf } from "./exchange.ts";

/** What the function of an operation takes after the context, in order. */
type Argument = "thread" | "message" | "image" | "view" | "body" | "bytes";

/** Operations whose functions differ from `(context, threadId, options)`. */
const ARGUMENTS: Readonly<Record<string, readonly Argument[]>> = {
  createChatThread: ["body"],
  listChatThreads: [],
  updateChatThreadProperties: ["thread", "body"],
  sendChatMessage: ["thread", "body"],
  getChatMessage: ["thread", "message"],
  updateChatMessage: ["thread", "message", "body"],
  deleteChatMessage: ["thread", "message"],
  addChatParticipants: ["thread", "body"],
  removeChatParticipant: ["thread", "body"],
  sendChatReadReceipt: ["thread", "body"],
  uploadChatImage: ["thread", "bytes"],
  getChatImage: ["thread", "image", "view"],
  deleteChatImage: ["thread", "image"],
};

/** How the identity client is called for its operations. */
const IDENTITY: Readonly<Record<string, (id: string, body: Body) => string>> = {
  "identity.create": (_, { createTokenWithScopes: scopes }) =>
    scopes?.length ? `createUserAndToken(${JSON.stringify(scopes)})` : "createUser()",
  "identity.issueAccessToken": (id, { scopes = [] }) =>
    `getToken(${user(id)}, ${JSON.stringify(scopes)})`,
  "identity.revokeAccessTokens": (id) => `revokeTokens(${user(id)})`,
  "identity.delete": (id) => `deleteUser(${user(id)})`,
};

interface Body {
  readonly createTokenWithScopes?: readonly string[];
  readonly scopes?: readonly string[];
}

const user = (id: string): string => `{ communicationUserId: ${JSON.stringify(id)} }`;

/**
 * The request as a program on `@acs-chat/rest` (or on the identity client of Azure), to be run as it
 * is. Undefined for a request that is no operation.
 */
export function toCode(entry: RequestLogEntry, endpoint: string): string | undefined {
  const { operation, requestBody } = entry;
  if (operation === undefined) return undefined;
  const { segments, query } = partsOf(entry.target);
  if (operation.startsWith("identity.")) {
    const call = IDENTITY[operation]?.(segments[1] ?? "", parse(requestBody));
    return call === undefined ? undefined : identityCode(call);
  }
  const [, , thread = "", , item = "", , view = ""] = segments;
  const options: string[] = [];
  for (const name of ["maxPageSize", "skip"]) {
    const value = query.get(name);
    if (value !== null) options.push(`${name}: ${Number(value)}`);
  }
  const startTime = query.get("startTime");
  if (startTime !== null) options.push(`startTime: new Date(${JSON.stringify(startTime)})`);
  const repeatable = headerOf(entry, "repeatability-request-id");
  if (repeatable !== undefined)
    options.push(`repeatabilityRequestId: ${JSON.stringify(repeatable)}`);
  const file = headerOf(entry, "image-filename");
  if (file !== undefined) options.push(`imageFilename: ${JSON.stringify(file)}`);
  if (operation === "sendTypingNotification" && requestBody)
    options.push(`body: ${bodyText(requestBody)}`);

  const values: Readonly<Record<Argument, string>> = {
    thread: JSON.stringify(thread),
    message: JSON.stringify(item),
    image: JSON.stringify(item),
    view: JSON.stringify(view),
    body: bodyText(requestBody ?? "{}"),
    bytes: `readFileSync(${JSON.stringify(file ?? "image.png")})`,
  };
  const wanted = ARGUMENTS[operation] ?? ["thread"];
  const given = ["chat", ...wanted.map((argument) => values[argument])];
  if (options.length > 0) given.push(`{ ${options.join(", ")} }`);
  const call = `${operation}(${given.join(", ")})`;
  const version = entry.apiVersion === undefined ? "" : `, { apiVersion: "${entry.apiVersion}" }`;
  return [
    ...(wanted.includes("bytes") ? [`import { readFileSync } from "node:fs";`] : []),
    `import { createChatContext, ${operation} } from "@acs-chat/rest";`,
    `import { AzureCommunicationTokenCredential } from "@azure/communication-common";`,
    "",
    `const credential = new AzureCommunicationTokenCredential(process.env.ACS_TOKEN ?? "");`,
    `const token = { getToken: () => credential.getToken() };`,
    `const chat = createChatContext(${JSON.stringify(endpoint)}, token${version});`,
    ...(operation.startsWith("list")
      ? [`for await (const item of ${call}) console.log(item);`]
      : [`console.log(await ${call});`]),
    "credential.dispose();",
    "",
  ].join("\n");
}

function identityCode(call: string): string {
  return [
    `import { CommunicationIdentityClient } from "@azure/communication-identity";`,
    "",
    `const identity = new CommunicationIdentityClient(process.env.ACS_CONNECTION_STRING ?? "");`,
    `console.log(await identity.${call});`,
    "",
  ].join("\n");
}

/** The body as an expression; dates of models are Date objects there. */
function bodyText(body: string): string {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    // Shortened in the log.
    return JSON.stringify(body);
  }
  return JSON.stringify(value, undefined, 2).replace(
    /("shareHistoryTime": )("[^"]*")/g,
    "$1new Date($2)",
  );
}

function parse(body: string | undefined): Body {
  try {
    return JSON.parse(body ?? "{}") as Body;
  } catch {
    return {};
  }
}
