import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** A received request. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, undecoded. */
  readonly target: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** A response of the recorder. */
export interface StubResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A server on loopback that records requests and sends prepared responses. */
export interface Recorder extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  /** Sets the next responses, in order, and clears the recorded requests. */
  prepare(responses: readonly StubResponse[]): void;
  /** The requests since the last call of `prepare`, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
}

export async function startRecorder(): Promise<Recorder> {
  let responses: StubResponse[] = [];
  let requests: RecordedRequest[] = [];
  const server = createServer(async (request, response) => {
    requests.push({
      method: request.method ?? "",
      target: request.url ?? "",
      headers: flat(request),
      body: await read(request),
    });
    // An unexpected request gets an error response, so that it shows up as a difference between the clients.
    const { status, headers, body } = responses.shift() ?? {
      status: 599,
      headers: {},
      body: "no response prepared",
    };
    response.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    prepare: (next) => {
      responses = [...next];
      requests = [];
    },
    get requests() {
      return requests;
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function flat(request: IncomingMessage): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, [value].flat().join(", ")]),
  );
}
