import type { CodegenOptions } from "../../src/index.ts";
import type { Client, Service } from "../client.ts";

/** Options for a package for all API versions: requests and responses have the form of each version on the wire. */
export const all: CodegenOptions = { "api-version": "all" };

/** Returns a spec with the API versions 1, 2 and 3. */
export const service = (body: string): string => `
import "@typespec/http";
import "@typespec/versioning";
using Http;
using Versioning;
@service(#{ title: "Pets" }) @versioned(V) namespace Pets;
enum V { v1: "1", v2: "2", v3: "3" }
alias Api = { @query("api-version") apiVersion: string };
${body}`;

/** Calls a function of a client in an API version. Returns the request and the result. */
export async function inVersion(
  client: Client,
  server: Service,
  version: string,
  reply: unknown,
  call: (context: unknown) => unknown,
): Promise<{ url: string; body: unknown; result: unknown }> {
  server.reply = () => (reply === undefined ? { status: 204 } : { body: reply });
  const context = client.createPetsContext!("https://pets.example", {
    ...server.options,
    apiVersion: version,
    validateResponses: true,
  });
  const result = await call(context);
  const last = server.received.at(-1)!;
  const body = typeof last.body === "string" ? (JSON.parse(last.body) as unknown) : last.body;
  return { url: last.url.replace("https://pets.example", ""), body, result };
}
