import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "../../../test/support/any-text.ts";
import { formatPayload, parsePayload } from "./polling-payload.ts";

describe("a long-polling payload", () => {
  it("is unchanged after serializing and parsing", () => {
    const frame = anyText().map((text) => `3:::${text}`);
    fc.assert(
      fc.property(fc.array(frame), (frames) => {
        expect(parsePayload(formatPayload(frames))).toEqual(frames);
      }),
    );
  });

  it("can be a single plain frame, or empty", () => {
    expect(parsePayload("1::")).toEqual(["1::"]);
    expect(parsePayload("")).toEqual([]);
  });

  it.each(["\ufffd", "\ufffd5\ufffdab", "\ufffdx\ufffda", "\ufffd1\ufffdab", "\ufffd-1\ufffda"])(
    "is rejected if its lengths do not match: %j",
    (text) => {
      expect(parsePayload(text)).toBeUndefined();
    },
  );
});
