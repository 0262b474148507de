import { isRecord, type JsonRecord, parseRecord } from "../mapping/json.ts";
import { maxFrameLength } from "./timings.ts";

/** A frame from the server, in the socket.io 0.9 protocol. */
export type Frame =
  /** The server closes the connection. */
  | { readonly type: "disconnect"; readonly isUnauthorized: boolean }
  /** The link is open; the greeting follows. */
  | { readonly type: "connect" }
  /** A heartbeat. The client responds with the same frame. */
  | { readonly type: "heartbeat" }
  /** A notification of an event. The client responds with the same id. */
  | {
      readonly type: "notification";
      readonly id: unknown;
      readonly headers: JsonRecord;
      readonly body: unknown;
    }
  /** `trouter.connected`. `isRetained`: the server has kept all events since the last connection. */
  | { readonly type: "greeting"; readonly isRetained: boolean }
  /** `trouter.message_loss`: the server has lost events. The client confirms with the same arguments. */
  | { readonly type: "messageLoss"; readonly args: readonly unknown[] }
  /** `trouter.reconnect`: the server wants the client to move to another connection. */
  | { readonly type: "reconnect" }
  /** The acknowledgement of an event that the client sent with this id. */
  | { readonly type: "acknowledgement"; readonly id: number }
  /** Anything else, with the digit of its type if it is a frame at all. */
  | { readonly type: "unknown"; readonly digit: string | undefined };

/** `<digit>:<id>[+]:<endpoint>:<data>`, such as `6:::1+["ok"]`. */
const frameShape = /^(?<digit>[0-8]):\d*\+?:[^:]*:?(?<data>[^]*)$/;

/**
 * Parses a frame.
 * @throws `RangeError` if the JSON in it nests deeper than the service ever does.
 */
export function parseFrame(text: string): Frame {
  const { digit, data = "" } =
    (text.length <= maxFrameLength && frameShape.exec(text)?.groups) || {};
  switch (digit) {
    case "0":
      return { type: "disconnect", isUnauthorized: data.toLowerCase().includes("unauthorized") };
    case "1":
      return { type: "connect" };
    case "2":
      return { type: "heartbeat" };
    case "3":
      return parseNotification(parseRecord(data)) ?? { type: "unknown", digit };
    case "5":
      return parseNamedEvent(parseRecord(data)) ?? { type: "unknown", digit };
    case "6":
      return { type: "acknowledgement", id: Number.parseInt(data, 10) };
    default:
      return { type: "unknown", digit };
  }
}

function parseNotification({ id, headers, body }: JsonRecord = {}): Frame | undefined {
  if (id === undefined) return undefined;
  return { type: "notification", id, headers: isRecord(headers) ? headers : {}, body };
}

function parseNamedEvent({ name, args = [] }: JsonRecord = {}): Frame | undefined {
  const list: readonly unknown[] = Array.isArray(args) ? args : [args];
  switch (name) {
    case "trouter.connected": {
      const [first] = list;
      const retained = isRecord(first) ? first["retained"] : undefined;
      return { type: "greeting", isRetained: retained === true || retained === "true" };
    }
    case "trouter.message_loss":
      return { type: "messageLoss", args: list };
    case "trouter.reconnect":
      return { type: "reconnect" };
    default:
      return undefined;
  }
}

/** The response to a heartbeat. */
export const heartbeatFrame = "2::";

/** Formats an event. The server acknowledges it if it has an id. */
export const formatEvent = (name: string, args?: readonly unknown[], id?: number): string =>
  `5:${id === undefined ? "" : `${id}+`}::${JSON.stringify({ name, args })}`;

/** Formats the response to a notification, with the headers that the service requires in it. */
export function formatAnswer(
  notification: Extract<Frame, { type: "notification" }>,
  status: 200 | 404,
): string {
  const headers = Object.fromEntries(
    Object.entries(notification.headers).filter(([name]) => isEchoed(name)),
  );
  return `3:::${JSON.stringify({ id: notification.id, status, headers, body: "" })}`;
}

/** Whether the service requires a header in the response: `MS-CV`, and all that begin with `trouter`. */
function isEchoed(name: string): boolean {
  const lowerCase = name.toLowerCase();
  return lowerCase === "ms-cv" || lowerCase.startsWith("trouter");
}
