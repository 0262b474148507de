import type { Surroundings } from "./environment.ts";
import { activityTime, connectTime, pingInterval, pongTime } from "./environment.ts";
import { toRealtimeError } from "./failures.ts";
import { parseObject, stringify } from "./fields.ts";
import { eventFrame, parseFrame } from "./frames.ts";
import type { OpenLink } from "./link.ts";
import type { RealtimeError } from "./realtime-error.ts";

/** What a connection tells. */
export interface ConnectionEvents {
  /** The server greets; `retained`: it says that it kept everything since the last connection. */
  onGreeting(retained: unknown): void;
  /**
   * An event: the body of a message frame, and the frame's id.
   * @returns Whether it was one that is known.
   */
  onEvent(body: unknown, id: unknown): boolean;
  /** The server lost events; confirmed to it after the call. */
  onLoss(): void;
  /** The server wants the client to connect anew. */
  onMove(): void;
  /** The connection is over, whoever ended it; `heardAt`: when the last frame came. */
  onEnd(error: RealtimeError, heardAt: number): void;
}

/** What an answer to a request has, with those headers of the request that are to be sent back. */
const answered = /^(|id|status|headers|body|ms-cv|trouter.*)$/i;

/** Ends a connection, and says why. */
export type EndConnection = (cause?: unknown) => void;

/** Talks the protocol over a link: acknowledges events, answers heartbeats, pings. */
export function createConnection(
  env: Surroundings,
  open: OpenLink,
  events: ConnectionEvents,
): EndConnection {
  let heardAt = env.now();
  let over = false;
  let lastId = 0;
  let cancel: (() => void) | undefined;

  const end = (cause?: unknown): void => {
    if (over) return;
    over = true;
    cancel?.();
    link.close();
    events.onEnd(toRealtimeError(env, cause), heardAt);
  };
  /** Either an answer is waited for, or the time of the next ping. */
  const wait = (milliseconds: number, work: () => void): void => {
    cancel?.();
    cancel = env.after(milliseconds, work);
  };
  const expect = (milliseconds: number, what: string): void =>
    wait(milliseconds, () =>
      end(new env.RealtimeError("Timeout", `No ${what} in ${milliseconds} ms.`)),
    );
  const ask = (name: string, milliseconds: number, args?: unknown[]): void => {
    link.send(eventFrame(`${++lastId}+`, name, args));
    expect(milliseconds, `answer to ${name}`);
  };

  const onText = (text: string): void => {
    if (over) return;
    heardAt = env.now();
    const [, type, data = ""] = parseFrame(text);
    const { id, body, headers = {}, name, args = [] } = parseObject(data) ?? {};
    const event = type === "5" && name;
    const list: unknown[] = [args].flat();
    if (type === "0") {
      const code = /unauthorized/i.test(data) ? "TokenRejected" : "ConnectionLost";
      end(new env.RealtimeError(code, "Closed by the service."));
    } else if (type === "2") link.send("2::");
    else if (type === "3" && id !== undefined) {
      const answer = { id, status: events.onEvent(body, id) ? 200 : 404, headers, body: "" };
      link.send(`3:::${stringify(answer, answered)}`);
    } else if (event === "trouter.connected" && !lastId) {
      events.onGreeting((list[0] as { retained?: unknown } | null | undefined)?.retained);
      ask("user.activity", activityTime, [{ state: "active", cv: `${env.newId()}.0` }]);
    } else if (event === "trouter.message_loss") {
      events.onLoss();
      link.send(eventFrame("", "trouter.processed_message_loss", list));
    } else if (event === "trouter.reconnect") events.onMove();
    else if (type === "6") {
      // Only the answer to the last question counts: a server may repeat the one to the first.
      if (lastId && parseInt(data) === lastId) wait(pingInterval, () => ask("ping", pongTime));
    } else if (type !== "1")
      env.sink.log(`ignored a frame: type ${type}, ${text.length} characters`);
  };

  const link = open(onText, end);
  expect(connectTime, "greeting");
  return end;
}
