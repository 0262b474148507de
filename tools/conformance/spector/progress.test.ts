import { expect, test } from "vitest";
import { progressOn } from "./progress.ts";

function recorded(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) };
  return {
    written,
    log: progressOn(stream, () => time),
    wait: (milliseconds: number) => (time += milliseconds),
  };
}

test("writes few plain lines without a terminal", () => {
  const { written, log, wait } = recorded(false);
  log("emitting 1/3 a");
  wait(4999);
  log("emitting 2/3 b");
  wait(1);
  log("emitting 3/3 c");
  log("type-checking");
  log("");
  expect(written).toEqual(["emitting 1/3 a\n", "emitting 3/3 c\n", "type-checking\n"]);
});

test("updates and clears one line of a terminal", () => {
  const { written, log } = recorded(true);
  log("emitting 1/3 a");
  log("emitting 2/3 b");
  log("");
  expect(written).toEqual(["\r\u001B[Kemitting 1/3 a", "\r\u001B[Kemitting 2/3 b", "\r\u001B[K"]);
});
