import { join } from "node:path";
import type {
  HttpClient,
  PipelineRequest,
  PipelineResponse,
  RequestBodyType,
} from "@azure/core-rest-pipeline";
import { createHttpHeaders } from "@azure/core-rest-pipeline";
import type { CodegenOptions } from "../src/index.ts";
import { emit, withFolder, writeTree } from "./emit.ts";

/** The exports of an emitted client. */
export type Client = Readonly<Record<string, (...args: unknown[]) => unknown>>;

/** A request that the service received. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: RequestBodyType | undefined;
}

/** A response of the service. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON, unless it is a string. */
  readonly body?: unknown;
}

/** Replaces the network. Records each request and returns the response that the test sets for it. */
export class Service {
  readonly received: Received[] = [];
  reply: (request: Received, index: number) => Reply = () => ({ status: 204 });

  readonly httpClient: HttpClient = {
    sendRequest: async (request: PipelineRequest): Promise<PipelineResponse> => {
      const { method, url, headers, body } = request;
      const received: Received = { method, url, headers: headers.toJSON(), body };
      this.received.push(received);
      const reply = this.reply(received, this.received.length - 1);
      const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
      return {
        request,
        status: reply.status ?? 200,
        headers: createHttpHeaders({ ...reply.headers }),
        ...(text === undefined ? {} : { bodyAsText: text }),
      };
    },
  };

  /** Options of a context that sends its requests to this service, without retries. */
  get options(): object {
    return { httpClient: this.httpClient, retryOptions: { maxRetries: 0 } };
  }

  /** The URLs of all requests so far. */
  get urls(): readonly string[] {
    return this.received.map(({ url }) => url);
  }
}

const clients = new Map<string, Promise<Client>>();

/** Emits a spec, loads the client, and runs `use` with it. Throws if the emitter reports an error. */
export async function withClient(
  source: string | Readonly<Record<string, string>>,
  use: (client: Client, service: Service) => Promise<void>,
  options: CodegenOptions = {},
): Promise<void> {
  // Tests of the same spec share its client.
  const key = JSON.stringify([source, options]);
  const client = clients.get(key) ?? loadClient(source, options);
  clients.set(key, client);
  await use(await client, new Service());
}

async function loadClient(
  source: string | Readonly<Record<string, string>>,
  options: CodegenOptions,
): Promise<Client> {
  const { files, errors } = await emit(source, options);
  if (errors.length > 0) throw new Error(errors.join("\n"));
  return withFolder(async (folder) => {
    await writeTree(folder, files);
    return (await import(join(folder, "index.ts"))) as Client;
  });
}

/** Returns all items of a list. */
export async function listed(list: unknown): Promise<unknown[]> {
  const items: unknown[] = [];
  for await (const item of list as AsyncIterable<unknown>) items.push(item);
  return items;
}
