import type { RealtimeEnvironment } from "./environment.ts";
import { activityTime, connectTime, pingInterval, pongTime } from "./environment.ts";
import { eventFrame, parseFrame, parseObject } from "./frames.ts";
import type { Link, LinkEvents } from "./link.ts";
import { toRealtimeError } from "./failures.ts";
import { RealtimeError } from "./realtime-error.ts";

/** What a connection tells. */
export interface ConnectionEvents {
  /** The server greets; `retained`: it says that it kept everything since the last connection. */
  onGreeting(retained: boolean): void;
  /**
   * An event: the body of a message frame, and the frame's id.
   * @returns Whether it was one that is known.
   */
  onEvent(body: string, id: string): boolean;
  /** The server lost events; confirmed to it after the call. */
  onLoss(): void;
  /** The server wants the client to connect anew. */
  onMove(): void;
  /** The connection is gone. */
  onEnd(error: RealtimeError): void;
  log(line: string): void;
}

/** A connection that has been greeted or is about to be. */
export interface Connection {
  /** When the last frame came, in epoch milliseconds of the client. */
  readonly heardAt: number;
  close(): void;
}

/** Talks the protocol over a link: acknowledges events, answers heartbeats, pings. */
export function createConnection(
  open: (events: LinkEvents) => Link,
  events: ConnectionEvents,
  env: RealtimeEnvironment,
): Connection {
  let heardAt = env.now();
  let over = false;
  let greeted = false;
  let lastId = 0;
  let pingTimer: unknown;
  let deadline: unknown;

  const end = (cause: unknown): void => {
    if (over) return;
    close();
    events.onEnd(toRealtimeError(cause));
  };
  const close = (): void => {
    over = true;
    env.clearTimer(pingTimer);
    env.clearTimer(deadline);
    link?.close();
  };
  const expect = (milliseconds: number, what: string): void => {
    env.clearTimer(deadline);
    deadline = env.setTimer(
      () =>
        end(new RealtimeError("Timeout", `The service sent no ${what} within ${milliseconds} ms.`)),
      milliseconds,
    );
  };
  const ask = (name: string, args: unknown[], milliseconds: number): void => {
    link?.send(eventFrame(name, args, ++lastId));
    expect(milliseconds, `answer to ${name}`);
    env.clearTimer(pingTimer);
    pingTimer = env.setTimer(() => ask("ping", [], pongTime), pingInterval);
  };

  const onNamed = (data: string): void => {
    const { name, args } = parseObject(data) ?? {};
    const first = (Array.isArray(args) ? args[0] : undefined) as { retained?: unknown } | undefined;
    if (name === "trouter.connected" && !greeted) {
      greeted = true;
      events.onGreeting(!!first?.retained);
      if (!over) ask("user.activity", [{ state: "active", cv: `${env.newId()}.0` }], activityTime);
    } else if (name === "trouter.message_loss") {
      events.onLoss();
      link?.send(eventFrame("trouter.processed_message_loss", Array.isArray(args) ? args : []));
    } else if (name === "trouter.reconnect") events.onMove();
    else events.log(`ignored ${String(name).slice(0, 80)}`);
  };

  const onRequest = (data: string): void => {
    const { id, body, headers } = parseObject(data) ?? {};
    if (id === undefined) {
      events.log("ignored a request without an id");
      return;
    }
    const known = typeof body === "string" && events.onEvent(body, String(id));
    const echoed = Object.entries(headers ?? {}).filter(([name]) => /^(ms-cv|trouter)/i.test(name));
    const status = known ? 200 : 404;
    const answer = { id, status, headers: Object.fromEntries(echoed), body: "" };
    link?.send(`3:::${JSON.stringify(answer)}`);
  };

  const onText = (text: string): void => {
    if (over) return;
    heardAt = env.now();
    const { type, data } = parseFrame(text) ?? {};
    if (type === 0) {
      const code = /unauthorized/i.test(data!) ? "TokenRejected" : "ConnectionLost";
      end(new RealtimeError(code, "The service closed the connection."));
    } else if (type === 2) link?.send("2::");
    else if (type === 3) onRequest(data!);
    else if (type === 5) onNamed(data!);
    // Only the answer to the last question counts: a server may repeat the one to the first.
    else if (type === 6 && parseInt(data!) === lastId) env.clearTimer(deadline);
    else if (type === undefined) events.log(`ignored ${text.length} characters`);
  };

  expect(connectTime, "greeting");
  // A link may fail before it is there.
  let link: Link | undefined;
  link = open({ onText, onEnd: end });
  if (over) link.close();
  return {
    get heardAt() {
      return heardAt;
    },
    close,
  };
}
