import { array, assert, constantFrom, integer, oneof, property } from "fast-check";
import { expect, test } from "vitest";
import { isWellFormed, utf8Length } from "./text.ts";

const unit = oneof(integer({ min: 0, max: 0xffff }), constantFrom(0xd83d, 0xde00, 0x41));
const text = array(unit).map((units) => String.fromCharCode(...units));

test("implements isWellFormed like String.prototype.isWellFormed", () => {
  assert(
    property(text, (given) => {
      expect(isWellFormed(given)).toBe(given.isWellFormed());
    }),
  );
});

test("returns the length that TextEncoder encodes to from utf8Length", () => {
  const encoder = new TextEncoder();
  assert(
    property(text, (given) => {
      expect(utf8Length(given)).toBe(encoder.encode(given).length);
    }),
  );
});
