import type { Emulator, EmulatorOptions, EmulatorUser } from "../../src/index.ts";
import { startEmulator } from "../../src/index.ts";

/** The newest API version. */
export const NEWEST = "2025-03-15";
/** The API version with images. */
export const PREVIEW = "2024-06-05-preview";

/** The time at which tests start. */
export const START = Date.UTC(2026, 0, 1, 12, 0, 0);

/** The JSON of a response. Tests read it without types. */
// oxlint-disable-next-line typescript/no-explicit-any
export type Json = any;

/** A response with its parsed body. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined if there is none. */
  readonly json: Json;
}

/** Overrides for a request. */
export interface CallOptions {
  readonly version?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An emulator without a socket, with a frozen clock and short methods for requests. */
export interface Chat extends AsyncDisposable {
  readonly emulator: Emulator;
  /** Sends a request. The path may have a query; an absolute link is used as is. */
  request(
    user: Pick<EmulatorUser, "token"> | undefined,
    method: string,
    path: string,
    body?: unknown,
    options?: CallOptions,
  ): Promise<Answer>;
  user(name?: string, scopes?: readonly string[]): Promise<EmulatorUser>;
  /** Creates a thread and returns its path, `/chat/threads/…`. */
  thread(
    creator: EmulatorUser,
    participants?: readonly EmulatorUser[],
    more?: Readonly<Record<string, unknown>>,
  ): Promise<string>;
  /** Sends a text message and returns its id. */
  send(user: EmulatorUser, thread: string, content: string): Promise<string>;
  /** Follows nextLink. Returns all values, and the number of pages. */
  all(user: EmulatorUser, path: string): Promise<{ values: Record<string, Json>[]; pages: number }>;
}

/** Starts an emulator for a test. */
export async function startChat(options: EmulatorOptions = {}): Promise<Chat> {
  const emulator = await startEmulator({
    listen: false,
    now: () => START,
    onError: (error) => {
      throw error;
    },
    ...options,
  });
  const request: Chat["request"] = async (user, method, path, body, { version, headers } = {}) => {
    const absolute = path.startsWith("https:") ? path : `https://localhost${path}`;
    const separator = absolute.includes("?") ? "&" : "?";
    const url = absolute.includes("api-version=")
      ? absolute
      : `${absolute}${separator}api-version=${version ?? NEWEST}`;
    const patch = method === "PATCH";
    const raw = typeof body === "string" || body instanceof Uint8Array;
    const response = await emulator.fetch(
      new Request(url, {
        method,
        headers: {
          ...(user && { authorization: `Bearer ${user.token}` }),
          ...(body !== undefined && {
            "content-type": patch ? "application/merge-patch+json" : "application/json",
          }),
          ...headers,
        },
        ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
      }),
    );
    const bytes = await response.arrayBuffer();
    const text = Buffer.from(bytes).toString();
    const isJson = response.headers.get("content-type")?.startsWith("application/json");
    const json: unknown = isJson ? JSON.parse(text) : undefined;
    return { status: response.status, headers: response.headers, text, json };
  };
  return {
    emulator,
    request,
    user: (name, scopes) =>
      emulator.createUser({ ...(name !== undefined && { name }), ...(scopes && { scopes }) }),
    async thread(creator, participants = [], more = {}) {
      const made = await request(creator, "POST", "/chat/threads", {
        topic: "Lunch",
        participants: participants.map(({ id }) => ({ communicationIdentifier: { rawId: id } })),
        ...more,
      });
      if (made.status !== 201) throw new Error(made.text);
      return `/chat/threads/${encodeURIComponent(made.json.chatThread.id)}`;
    },
    async send(user, thread, content) {
      const sent = await request(user, "POST", `${thread}/messages`, { content });
      if (sent.status !== 201) throw new Error(sent.text);
      return sent.json.id;
    },
    async all(user, path) {
      const values: Record<string, Json>[] = [];
      let link: string | undefined = path;
      let pages = 0;
      while (link !== undefined) {
        const page: Answer = await request(user, "GET", link);
        if (page.status !== 200) throw new Error(page.text);
        values.push(...page.json.value);
        link = page.json.nextLink;
        pages += 1;
      }
      return { values, pages };
    },
    [Symbol.asyncDispose]: () => emulator.close(),
  };
}

/** The error of the service for a missing permission. */
export const FORBIDDEN = {
  CommunicationError: {
    Code: "Forbidden",
    Message: "The initiator doesn't have the permission to perform the requested operation.",
    Details: [],
  },
};
