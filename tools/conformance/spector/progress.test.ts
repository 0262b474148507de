import { expect, test } from "vitest";
import { progressOn } from "./progress.ts";

function recorded(isTTY: boolean) {
  const written: string[] = [];
  let time = 0;
  const stream = { isTTY, write: (text: string) => written.push(text) };
  return {
    written,
    tell: progressOn(stream, () => time),
    wait: (milliseconds: number) => (time += milliseconds),
  };
}

test("without a terminal there are plain lines, and few of them", () => {
  const { written, tell, wait } = recorded(false);
  tell("emitting 1/3 a");
  wait(4999);
  tell("emitting 2/3 b");
  wait(1);
  tell("emitting 3/3 c");
  tell("type-checking");
  tell("");
  expect(written).toEqual(["emitting 1/3 a\n", "emitting 3/3 c\n", "type-checking\n"]);
});

test("a terminal has one line, which changes and goes away", () => {
  const { written, tell } = recorded(true);
  tell("emitting 1/3 a");
  tell("emitting 2/3 b");
  tell("");
  expect(written).toEqual(["\r\u001B[Kemitting 1/3 a", "\r\u001B[Kemitting 2/3 b", "\r\u001B[K"]);
});
