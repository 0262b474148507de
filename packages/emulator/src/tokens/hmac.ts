import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { unauthorized } from "../engine/errors.ts";

/** The parts of a request that its signature covers. */
export interface SignedRequest {
  readonly method: string;
  /** Path and query exactly as received: clients encode ids differently, and sign what they send. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const AUTHORIZATION = /^HMAC-SHA256 SignedHeaders=([\w;-]+)&Signature=([A-Za-z0-9+/]+={0,2})$/;

/**
 * Verifies a request signed with the access key of a connection string.
 * @throws {@link ServiceError} 401 if it is not signed, or if the signature is wrong.
 */
export function verifySignature(request: SignedRequest, accessKey: string): void {
  const { headers } = request;
  const found = AUTHORIZATION.exec(headers["authorization"] ?? "");
  if (found === null) throw unauthorized("The request is not signed with HMAC-SHA256.");
  const names = found[1]!.toLowerCase().split(";");
  for (const needed of ["host", "x-ms-content-sha256"]) {
    if (!names.includes(needed)) throw unauthorized(`The signature does not cover ${needed}.`);
  }
  if (!names.includes("x-ms-date") && !names.includes("date")) {
    throw unauthorized("The signature does not cover x-ms-date.");
  }
  const hash = createHash("sha256").update(request.body).digest("base64");
  if (headers["x-ms-content-sha256"] !== hash) {
    throw unauthorized("The body differs from its x-ms-content-sha256.");
  }
  const values = names.map((name) => headers[name] ?? "");
  const text = `${request.method}\n${request.target}\n${values.join(";")}`;
  const expected = createHmac("sha256", Buffer.from(accessKey, "base64")).update(text).digest();
  const given = Buffer.from(found[2]!, "base64");
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw unauthorized("The signature does not match the request.");
  }
}
