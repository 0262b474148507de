import { createHash, createHmac } from "node:crypto";
import type { Answer, Chat } from "./chat.ts";

const VERSION = "2023-10-01";

/** Overrides for a signed request. */
export interface SignedCall {
  readonly body?: unknown;
  readonly version?: string;
  readonly key?: string;
  /** Sent instead of the target that was signed. */
  readonly sentPath?: string;
  /** Sent instead of the body that was signed. */
  readonly sentBody?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends a request signed as the official clients do. */
export async function signed(
  chat: Chat,
  method: string,
  path: string,
  { body, version = VERSION, key, sentPath, sentBody, headers = {} }: SignedCall = {},
): Promise<Answer> {
  const accessKey = key ?? chat.emulator.connectionString.replace(/^.*accesskey=/, "");
  const target = `${path}?api-version=${version}`;
  const text = body === undefined ? "" : JSON.stringify(body);
  const date = new Date().toUTCString();
  const hash = createHash("sha256").update(text).digest("base64");
  const toSign = `${method}\n${target}\n${date};localhost;${hash}`;
  const hmac = createHmac("sha256", Buffer.from(accessKey, "base64"));
  const signature = hmac.update(toSign).digest("base64");
  const sent = sentBody ?? (text === "" ? undefined : text);
  return chat.request(undefined, method, `${sentPath ?? path}?api-version=${version}`, sent, {
    headers: {
      "x-ms-date": date,
      "x-ms-content-sha256": hash,
      authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
      ...headers,
    },
  });
}
