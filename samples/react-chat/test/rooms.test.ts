import { startEmulator } from "@acs-chat/emulator";
import { expect, test } from "vitest";
import { openRooms } from "../server/rooms.ts";

test("returns tokens for the key of a session, but not for a user id", async () => {
  await using emulator = await startEmulator({ seed: {} });
  const rooms = await openRooms({
    endpoint: emulator.endpoint,
    isNew: false,
    createUser: async () => (await emulator.createUser()).id,
    createToken: async (userId) => (await emulator.createToken(userId)).token,
    close: () => Promise.resolve(),
  });
  const { userId, key } = await rooms.enter("Ada");
  expect(await rooms.token(key)).toMatch(/\./);
  // All participants see the id of a user: it must not be enough for a token.
  expect(await rooms.token(userId)).toBeUndefined();
  expect(await rooms.token("")).toBeUndefined();
});
