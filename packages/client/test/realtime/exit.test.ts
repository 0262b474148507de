import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startDeafServer } from "./support/deaf-server.ts";
import { startWorld } from "./support/world.ts";

const program = fileURLToPath(new URL("programs/hear-and-stop.ts", import.meta.url));

test.each([["WebSocket"], ["long polling"]])(
  "lets a program exit after a stop: %s",
  async (way) => {
    await using world = await startWorld();
    const [alice, bob] = [await world.person(), await world.person()];
    const thread = await world.thread(bob, alice);
    const child = spawn(
      process.execPath,
      [program, world.emulator.endpoint, alice.user.token, way],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    const output: string[] = [];
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output.push(text);
      if (text.includes("ready")) void thread.sendMessage({ content: "hello" });
    });
    const code = await new Promise((resolve) => child.on("exit", resolve));
    expect([code, output.join("")]).toEqual([0, "ready\nhello\n"]);
  },
);

test("lets a program exit even if the server does not close the WebSocket", async () => {
  await using server = await startDeafServer();
  const file = fileURLToPath(new URL("programs/stop-at-once.ts", import.meta.url));
  const child = spawn(process.execPath, [file, server.endpoint], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  const code = await new Promise((resolve) => child.on("exit", resolve));
  expect([code, output]).toEqual([0, "stopped\n"]);
});
