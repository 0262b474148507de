import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** One request as it came over the wire. */
export interface RecordedRequest {
  readonly method: string;
  /** Path and query, undecoded. */
  readonly target: string;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

/** What the recorder answers. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** A server on loopback that writes down each request and answers it as told. */
export interface Recorder extends AsyncDisposable {
  /** `http://127.0.0.1:<port>` */
  readonly endpoint: string;
  /** Answers the requests to come with these, in this order, and forgets what was recorded. */
  prepare(answers: readonly Answer[]): void;
  /** The requests since `prepare`, in the order in which they came. */
  readonly requests: readonly RecordedRequest[];
}

export async function startRecorder(): Promise<Recorder> {
  let answers: Answer[] = [];
  let requests: RecordedRequest[] = [];
  const server = createServer(async (request, response) => {
    requests.push({
      method: request.method ?? "",
      target: request.url ?? "",
      headers: flat(request),
      body: await read(request),
    });
    // More requests than answers is a finding, not a crash: both clients must then fail alike.
    const answer = answers.shift() ?? { status: 599, headers: {}, body: "nothing prepared" };
    response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    prepare: (next) => {
      answers = [...next];
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
