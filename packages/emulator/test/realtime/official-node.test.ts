import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Emulator, startEmulator } from "../../src/index.ts";
import { bundle } from "./support/site.ts";
import { expectedStory, liveThroughIt, makePeople, STORY } from "./support/story.ts";

const folder = mkdtempSync(join(tmpdir(), "acs-chat-realtime-"));
let emulator: Emulator;
beforeAll(async () => {
  emulator = await startEmulator({ https: { certificateFolder: folder } });
});
afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true });
});

it("the unmodified official client gets all ten events in Node, with the shim of a browser", async () => {
  const program = join(folder, "official-node.mjs");
  writeFileSync(program, await bundle("official-node.ts"));
  const people = await makePeople(emulator);
  const child = spawn(
    process.execPath,
    [program, emulator.httpsEndpoint!, people.alice.token, String(STORY.length)],
    {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: emulator.caCertificate! },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  try {
    expect((await lines.next()).value).toBe("ready");
    const ids = await liveThroughIt(emulator, people);
    const { value } = await lines.next();
    expect(JSON.parse(value as string)).toEqual(expectedStory(people, ids));
  } finally {
    child.kill();
  }
});
