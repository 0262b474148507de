import { describe, expect, it } from "vitest";
import { innermostErrors, reasonOf, redact } from "./reason.ts";

describe("the reason of a failure", () => {
  it("is the innermost error of nested causes", () => {
    const inner = new Error("unable to verify the first certificate");
    expect(
      reasonOf(new TypeError("fetch failed", { cause: new Error("b", { cause: inner }) })),
    ).toBe("unable to verify the first certificate");
  });

  it("contains each different error of an AggregateError once", () => {
    const errors = ["::1", "127.0.0.1", "::1"].map((host) => new Error(`connect ${host}`));
    expect(reasonOf(new AggregateError(errors))).toBe("connect ::1; connect 127.0.0.1");
  });

  it("is the code and the name if there is no message", () => {
    expect(reasonOf(Object.assign(new Error(""), { code: "ECONNRESET" }))).toBe("ECONNRESET");
    expect(reasonOf(new RangeError(""))).toBe("RangeError");
    expect(reasonOf("text")).toBe("text");
    for (const odd of [undefined, null, 7, Object.create(null)]) {
      expect(reasonOf(odd)).toBe("unknown reason");
    }
  });

  it("is found even if causes form a circle or many branches", () => {
    const circle = new Error("a");
    circle.cause = circle;
    expect(innermostErrors(circle)).toEqual([]);
    const many = Array.from({ length: 1000 }, (_, number) => new Error(String(number)));
    expect(innermostErrors(new AggregateError(many)).length).toBeLessThan(50);
  });
});

describe("redact", () => {
  it.each([
    ["Bearer abc.def is invalid", "[redacted] is invalid"],
    ["eyJhbGciOiJub25lIn0.eyJleHAiOjF9.sig", "[redacted]"],
    ["endpoint=https://a.test/;accesskey=abc+/=", "endpoint=https://a.test/;[redacted]"],
    ["request to https://a.test/b?sig=1 failed", "request to https://a.test/b[redacted] failed"],
    ["x".repeat(64), "[redacted]"],
    ["getaddrinfo ENOTFOUND a-long-name.communication.azure.com", undefined],
  ])("removes only secrets from %j", (text, expected = text) => {
    expect(redact(text)).toBe(expected);
  });

  it("replaces the given secrets everywhere", () => {
    expect(redact("s3 and s3", ["s3", ""])).toBe("[redacted] and [redacted]");
  });
});
