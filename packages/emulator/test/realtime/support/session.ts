import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { WebSocket } from "ws";
import type { Emulator, EmulatorUser } from "../../../src/index.ts";

/** Returns the options of `fetch` with the token in the header of the real-time service. */
export const skypeToken = (token: string) => ({ headers: { "X-Skypetoken": token } });

/** Performs a handshake and opens a WebSocket that collects its frames. */
export async function openSession(emulator: Emulator, user: EmulatorUser, epid: string) {
  const handshake = await fetch(
    `${emulator.endpoint}/socket.io/1/?epid=${epid}`,
    skypeToken(user.token),
  );
  const [sid] = (await handshake.text()).split(":");
  const socket = new WebSocket(
    `${emulator.endpoint.replace("http", "ws")}/socket.io/1/websocket/${sid}`,
  );
  const upgraded = once(socket, "upgrade") as Promise<[IncomingMessage]>;
  const frames: string[] = [];
  const waiting: (() => void)[] = [];
  socket.on("message", (data) => {
    frames.push(String(data));
    for (const wake of waiting.splice(0)) wake();
  });
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  const until = async (found: (frame: string) => boolean): Promise<string> => {
    for (;;) {
      const frame = frames.find(found);
      if (frame !== undefined) return frame;
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
  };
  await until((frame) => frame.includes("trouter.connected"));
  const [{ socket: connection }] = await upgraded;
  return { sid: sid!, socket, connection, frames, closed, until };
}
