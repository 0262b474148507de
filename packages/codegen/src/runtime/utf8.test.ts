import { array, assert, constantFrom, integer, oneof, property } from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { encodeUtf8 } from "./utf8.ts";

afterEach(() => vi.unstubAllGlobals());

test("encodes any text without TextEncoder as TextEncoder does", () => {
  const encoder = new TextEncoder();
  const unit = oneof(integer({ min: 0, max: 0xffff }), constantFrom(0xd83d, 0xde00, 0x41));
  const text = array(unit).map((units) => String.fromCharCode(...units));
  vi.stubGlobal("TextEncoder", undefined);
  assert(
    property(text, (given) => {
      expect([...encodeUtf8(given)]).toEqual([...encoder.encode(given)]);
    }),
  );
});
