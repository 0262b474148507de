import { Agent, type OutgoingHttpHeaders, request } from "node:http";

/** A request that is sent many times. */
export interface Load {
  readonly url: string;
  readonly method: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body?: string;
  readonly expectedStatus: number;
}

/** Sends one request over a persistent connection and returns the response body. */
export function send(agent: Agent, load: Load): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(load.url, { agent, method: load.method, headers: load.headers });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === load.expectedStatus) resolve(text);
        else reject(new Error(`${load.method} ${load.url}: ${response.statusCode} ${text}`));
      });
    });
    sent.end(load.body);
  });
}

/** The number of connections per client process. */
const CONNECTIONS = 16;

/** Creates an agent with persistent connections. */
export const keepAlive = (): Agent => new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** Sends the requests over all connections. Returns the number of requests per second. */
export async function perSecond(
  agent: Agent,
  count: number,
  load: (index: number) => Load,
): Promise<number> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < count) await send(agent, load(next++));
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: CONNECTIONS }, worker));
  return (count * 1000) / (performance.now() - started);
}

/** Returns the median. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
