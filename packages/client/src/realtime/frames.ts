import { largestFrame } from "./environment.ts";

const shape = /^([0-8]):\d*\+?:[^:]*:?([^]*)$/;

/** Reads a frame of socket.io 0.9: the number of its type, and its data; nothing if it is none. */
export const parseFrame = (text: string): readonly [frame?: string, type?: string, data?: string] =>
  ((text.length <= largestFrame && shape.exec(text)) || []) as [];

/** Writes an event frame; it asks for an acknowledgement when it has an id with a plus. */
export const eventFrame = (id: string, name: string, args?: unknown[]): string =>
  `5:${id}::${JSON.stringify({ name, args })}`;
