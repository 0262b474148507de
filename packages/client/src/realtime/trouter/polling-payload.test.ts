import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPayload, parsePayload } from "./polling-payload.ts";

describe("a long-polling payload", () => {
  it("survives writing and reading", () => {
    const frame = fc.string({ unit: "binary" }).map((text) => `3:::${text}`);
    fc.assert(
      fc.property(fc.array(frame), (frames) => {
        expect(parsePayload(formatPayload(frames))).toEqual(frames);
      }),
    );
  });

  it("may be one frame as it stands, or nothing", () => {
    expect(parsePayload("1::")).toEqual(["1::"]);
    expect(parsePayload("")).toEqual([]);
  });

  it.each(["\ufffd", "\ufffd5\ufffdab", "\ufffdx\ufffda", "\ufffd1\ufffdab", "\ufffd-1\ufffda"])(
    "whose lengths do not add up is refused: %j",
    (text) => {
      expect(parsePayload(text)).toBeUndefined();
    },
  );
});
