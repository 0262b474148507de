/** A received request. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: string;
  readonly redirect: RequestRedirect | undefined;
}

/** A response, an error to throw, or `hang` to never respond. */
export type Answer = Response | Error | "hang";

/** The service's side of a socket. */
export interface ServerSocket {
  readonly url: URL;
  /** The texts that the client has sent. */
  readonly received: string[];
  readonly open: boolean;
  /** Sends a text to the client. */
  send(text: string): void;
  /** Sends an event notification as the service frames it. */
  notify(id: number, body: unknown, headers?: Record<string, string>): void;
  /** Breaks the connection. */
  drop(): void;
}

/** A service that tests control. It runs in the process, without network sockets. */
export interface FakeService {
  readonly fetch: typeof globalThis.fetch;
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly requests: SeenRequest[];
  readonly sockets: ServerSocket[];
  /** Called for each request. Undefined selects the default response. */
  answer: (request: SeenRequest) => Answer | undefined;
  /** Whether the service opens sockets, sends greetings and acknowledges frames automatically. */
  greet: boolean | "retained";
  acknowledge: boolean;
  refuseSockets: boolean;
  transports: string;
}

export const fakeEndpoint = "https://chat.test";

/** Creates a fake service at {@link fakeEndpoint}. */
export function createFakeService(): FakeService {
  const requests: SeenRequest[] = [];
  const sockets: ServerSocket[] = [];
  let sids = 0;

  const usual = (request: SeenRequest): Response => {
    const { pathname } = request.url;
    if (pathname === "/chat/config/realTimeNotifications") {
      return json({
        trouterServiceUrl: "https://trouter.test",
        registrarServiceUrl: "https://registrar.test",
        cloudType: "Public",
      });
    }
    if (pathname === "/v4/a") {
      return json({
        socketio: "https://socket.test/",
        surl: "https://socket.test/v4/f/x/",
        ccid: "cc",
        ttl: "586440",
        connectparams: { sr: "s", se: 1 },
      });
    }
    if (pathname === "/socket.io/1/")
      return new Response(`sid${++sids}:70:70:${service.transports}`);
    if (pathname.startsWith("/v3/registrations")) return new Response(null, { status: 202 });
    return new Response(null, { status: 404 });
  };

  const service: FakeService = {
    requests,
    sockets,
    answer: () => undefined,
    greet: true,
    acknowledge: true,
    refuseSockets: false,
    transports: "websocket,xhr-polling",
    async fetch(input, init = {}) {
      const request: SeenRequest = {
        method: init.method ?? "GET",
        url: new URL(input as string),
        headers: new Headers(init.headers),
        body: typeof init.body === "string" ? init.body : "",
        redirect: init.redirect,
      };
      init.signal?.throwIfAborted();
      requests.push(request);
      const answer = service.answer(request) ?? usual(request);
      if (answer instanceof Error) throw answer;
      if (answer !== "hang") return answer;
      return await new Promise((_, reject) => {
        init.signal?.addEventListener("abort", () => reject(init.signal?.reason as Error));
      });
    },
    WebSocket: class extends EventTarget {
      readyState = 0;
      #received: string[] = [];
      constructor(url: string) {
        super();
        const isOpen = () => this.readyState === 1;
        sockets.push({
          url: new URL(url),
          received: this.#received,
          get open() {
            return isOpen();
          },
          send: (data) => void this.dispatchEvent(new MessageEvent("message", { data })),
          notify(id, body, headers = {}) {
            const frame = {
              id,
              method: "POST",
              url: "/v4/f/x/",
              headers,
              body: typeof body === "string" ? body : JSON.stringify(body),
            };
            this.send(`3:::${JSON.stringify(frame)}`);
          },
          drop: () => this.#end(1006),
        });
        const socket = sockets.at(-1)!;
        queueMicrotask(() => {
          if (this.readyState !== 0) return;
          if (service.refuseSockets) {
            this.dispatchEvent(new Event("error"));
            this.#end(1006);
            return;
          }
          this.readyState = 1;
          this.dispatchEvent(new Event("open"));
          if (service.greet === false) return;
          socket.send("1::");
          const retained = service.greet === "retained" ? { retained: "true" } : {};
          socket.send(
            `5:::${JSON.stringify({ name: "trouter.connected", args: [{ ttl: "9", ...retained }] })}`,
          );
        });
      }
      send(text: string): void {
        this.#received.push(text);
        const id = /^5:(\d+)\+/.exec(text)?.[1];
        if (id !== undefined && service.acknowledge) {
          queueMicrotask(() =>
            this.dispatchEvent(new MessageEvent("message", { data: `6:::${id}+["ok"]` })),
          );
        }
      }
      close(): void {
        this.#end(1000);
      }
      #end(code: number): void {
        if (this.readyState === 3) return;
        this.readyState = 3;
        this.dispatchEvent(Object.assign(new Event("close"), { code }));
      }
    } as unknown as typeof globalThis.WebSocket,
  };
  return service;
}

/** Creates the payload of a message notification. */
export function messagePayload(number: number, more: object = {}): object {
  return {
    eventId: 200,
    groupId: "19:thread@thread.v2",
    senderId: "8:acs:r_alice",
    recipientMri: "8:acs:r_bob",
    senderDisplayName: "Alice",
    messageId: String(1_700_000_000_000 + number),
    version: String(1_700_000_000_000 + number),
    originalArrivalTime: "2023-11-14T22:13:20Z",
    messageType: "Text",
    messageBody: `message ${number}`,
    acsChatMessageMetadata: "{}",
    ...more,
  };
}

const json = (value: unknown): Response => Response.json(value);
