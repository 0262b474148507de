/**
 * A frame of socket.io 0.9: `type:id[+]:endpoint[:data]`. Only what chat notifications need: no
 * namespaces except the default one, no legacy transports.
 */
export type Frame =
  | { readonly type: "disconnect"; readonly data: string }
  | { readonly type: "connect" }
  | { readonly type: "heartbeat" }
  | { readonly type: "message"; readonly id: string; readonly data: string }
  | { readonly type: "event"; readonly id: string; readonly name: string; readonly args: unknown[] }
  | { readonly type: "ack"; readonly id: string; readonly args: unknown[] }
  | { readonly type: "noop" };

/** The longest frame, in characters: far more than any event (a message has at most 28 KB). */
export const LARGEST_FRAME = 256 * 1024;

const SHAPE = /^([0-8]):(\d{0,15})(\+?):([^:]*)(?::([\s\S]*))?$/;

/** Parses a frame. Returns undefined if the type is unknown or the frame is malformed. */
export function parseFrame(text: string): Frame | undefined {
  if (text.length > LARGEST_FRAME) return undefined;
  const [, kind, id = "", , endpoint, data = ""] = SHAPE.exec(text) ?? [];
  if (kind === undefined || endpoint !== "") return undefined;
  switch (kind) {
    case "0":
      return { type: "disconnect", data };
    case "1":
      return { type: "connect" };
    case "2":
      return { type: "heartbeat" };
    case "3":
      return { type: "message", id, data };
    case "5":
      return parseEvent(id, data);
    case "6":
      return parseAck(data);
    case "8":
      return { type: "noop" };
    default:
      return undefined;
  }
}

function parseEvent(id: string, data: string): Frame | undefined {
  const value = parseJson(data);
  if (typeof value !== "object" || value === null) return undefined;
  const { name, args = [] } = value as { name?: unknown; args?: unknown };
  if (typeof name !== "string" || !Array.isArray(args)) return undefined;
  return { type: "event", id, name, args };
}

function parseAck(data: string): Frame | undefined {
  const [, id, json] = /^(\d{1,15})(?:\+([\s\S]*))?$/.exec(data) ?? [];
  if (id === undefined) return undefined;
  const args = json === undefined ? [] : parseJson(json);
  return Array.isArray(args) ? { type: "ack", id, args } : undefined;
}

/** Serializes a frame. */
export function formatFrame(frame: Frame): string {
  switch (frame.type) {
    case "disconnect":
      return frame.data === "" ? "0::" : `0:::${frame.data}`;
    case "connect":
      return "1::";
    case "heartbeat":
      return "2::";
    case "message":
      return `3:${frame.id}::${frame.data}`;
    case "event": {
      const { id, name, args } = frame;
      const body = JSON.stringify(args.length === 0 ? { name } : { name, args });
      return `5:${id === "" ? "" : `${id}+`}::${body}`;
    }
    case "ack":
      return `6:::${frame.id}${frame.args.length === 0 ? "" : `+${JSON.stringify(frame.args)}`}`;
    case "noop":
      return "8::";
  }
}

/** A request that the service makes to the client: an event of the mailbox. */
export interface Delivery {
  /** The number that the client's acknowledgement repeats. */
  readonly id: number;
  /** The path of the registration's own URL. */
  readonly path: string;
  /** The JSON text of the event. */
  readonly body: string;
}

/** Serializes a message frame that delivers an event. */
export function formatDelivery({ id, path, body }: Delivery): string {
  const headers = { "Content-Type": "application/json" };
  return `3:::${JSON.stringify({ id, method: "POST", url: path, headers, body })}`;
}

const MARK = "\ufffd";

/** Joins frames to a long-polling payload. A single frame is sent as is. */
export function formatPayload(frames: readonly string[]): string {
  if (frames.length === 1) return frames[0]!;
  return frames.map((frame) => `${MARK}${frame.length}${MARK}${frame}`).join("");
}

/** Splits a long-polling payload. Returns undefined if the lengths are wrong. */
export function parsePayload(payload: string): string[] | undefined {
  if (!payload.startsWith(MARK)) return payload === "" ? [] : [payload];
  const frames: string[] = [];
  for (let at = 0; at < payload.length;) {
    const end = payload.indexOf(MARK, at + 1);
    const digits = payload.slice(at + 1, end);
    if (payload[at] !== MARK || end < 0 || !/^\d{1,9}$/.test(digits)) return undefined;
    const next = end + 1 + Number(digits);
    if (next > payload.length) return undefined;
    frames.push(payload.slice(end + 1, next));
    at = next;
  }
  return frames;
}

/** Parses JSON. Returns undefined if it is invalid. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
