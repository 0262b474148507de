import type { RequestLogEntry } from "@acs-chat/emulator";
import { headerOf, imageOf, isAuthorized, partsOf } from "./exchange.ts";

/** The arguments of an operation's function after the context, in order. */
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

/** Calls of the identity client, by operation. */
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
 * Returns the request as a runnable program with `@acs-chat/rest`, or with Azure's identity client.
 * Returns undefined for requests that are not operations, and for those that the client would send
 * differently, such as without a token or with an invalid date.
 */
export function toCode(entry: RequestLogEntry, endpoint: string): string | undefined {
  const { operation, requestBody } = entry;
  if (operation === undefined || !isAuthorized(entry)) return undefined;
  const { segments, query } = partsOf(entry.target);
  if (operation.startsWith("identity.")) {
    const call = IDENTITY[operation]?.(segments[1] ?? "", (parse(requestBody) ?? {}) as Body);
    return call === undefined ? undefined : identityCode(call);
  }
  const [, , thread = "", , item = "", , view = ""] = segments;
  const options: string[] = [];
  for (const name of ["maxPageSize", "skip"]) {
    const value = query.get(name);
    if (value !== null && !/^-?\d+$/.test(value)) return undefined;
    if (value !== null) options.push(`${name}: ${Number(value)}`);
  }
  const startTime = query.get("startTime");
  if (startTime !== null && !isDate(startTime)) return undefined;
  if (startTime !== null) options.push(`startTime: new Date(${JSON.stringify(startTime)})`);
  const repeatable = headerOf(entry, "repeatability-request-id");
  if (repeatable !== undefined)
    options.push(`repeatabilityRequestId: ${JSON.stringify(repeatable)}`);
  const file = headerOf(entry, "image-filename");
  if (file !== undefined) options.push(`imageFilename: ${JSON.stringify(file)}`);
  const wanted = ARGUMENTS[operation] ?? ["thread"];
  const body = bodyText(requestBody);
  if (body === undefined && (requestBody || wanted.includes("body"))) return undefined;
  if (operation === "sendTypingNotification" && body) options.push(`body: ${body}`);

  const values: Readonly<Record<Argument, string>> = {
    thread: JSON.stringify(thread),
    message: JSON.stringify(item),
    image: JSON.stringify(item),
    view: JSON.stringify(view),
    body: body ?? "",
    bytes: `readFileSync(${JSON.stringify(imageOf(entry))})`,
  };
  const given = ["chat", ...wanted.map((argument) => values[argument])];
  if (options.length > 0) given.push(`{ ${options.join(", ")} }`);
  const call = `${operation}(${given.join(", ")})`;
  const apiVersion = query.get("api-version") ?? entry.apiVersion;
  if (apiVersion === undefined) return undefined;
  return [
    ...(wanted.includes("bytes") ? [`import { readFileSync } from "node:fs";`] : []),
    `import { createChatContext, ${operation} } from "@acs-chat/rest";`,
    `import { AzureCommunicationTokenCredential } from "@azure/communication-common";`,
    "",
    `const credential = new AzureCommunicationTokenCredential(process.env.ACS_TOKEN ?? "");`,
    `const token = { getToken: () => credential.getToken() };`,
    `const chat = createChatContext(${JSON.stringify(endpoint)}, token, { apiVersion: ${JSON.stringify(apiVersion)} });`,
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

/** Matches a participant's `shareHistoryTime`: only there is a property of this name indented by six spaces. */
const SHARED_FROM = /^( {6}"shareHistoryTime": )"(.*)"/gm;

/** Returns the body as an expression; undefined if it is not JSON or has invalid dates. */
function bodyText(body: string | undefined): string | undefined {
  const value = parse(body);
  if (value === undefined) return undefined;
  const text = JSON.stringify(value, undefined, 2);
  if ([...text.matchAll(SHARED_FROM)].some(([, , date = ""]) => !isDate(date))) return undefined;
  return text.replace(SHARED_FROM, '$1new Date("$2")');
}

function parse(body = ""): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:\d\d)$/i.test(text) && !Number.isNaN(Date.parse(text));
