import { setLogLevel } from "@azure/logger";
import { afterEach, expect, test, vi } from "vitest";
import { fieldsOf, optionsOf, readExactFields, readFields } from "./fields.ts";
import { nullIsAbsent, requireMetadata, requireSize, requireString } from "./guards.ts";

const guards = {
  topic: requireString,
  metadata: requireMetadata,
  maxPageSize: nullIsAbsent(requireSize),
};

afterEach(() => {
  setLogLevel();
  vi.restoreAllMocks();
});

test("returns only the fields that are set", () => {
  const source = { topic: "t", metadata: undefined, maxPageSize: null, other: undefined };
  expect(readFields(source, guards, "options")).toStrictEqual({ topic: "t" });
});

test("names the path of an invalid field", () => {
  expect(() => readFields({ metadata: { a: 1 } }, guards, "participants[1]")).toThrowError(
    "participants[1].metadata.a: must be a string, but is 1",
  );
  expect(() => readFields({ topic: 5 }, guards, "request", "")).toThrowError(
    "topic: must be a string, but is 5",
  );
  expect(() => readFields("text", guards, "request", "")).toThrowError(
    'request: must be an object with topic, metadata, maxPageSize, but is "text"',
  );
});

test("rejects an unknown field of exact fields, and lists the known ones", () => {
  expect(() => readExactFields({ topik: "t" }, guards, "options", "")).toThrowError(
    "topik: is unknown in options. Known: topic, metadata, maxPageSize",
  );
  // The names of inherited properties are rejected as well.
  expect(() => readExactFields({ constructor: 1 }, guards, "options", "")).toThrowError(
    /^constructor/,
  );
});

/** Returns what a function logs as warnings. */
function warningsOf(run: () => void): string {
  const line = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  setLogLevel("warning");
  run();
  return line.mock.calls.join("");
}

test("ignores an unknown field, and logs its path and the known ones without the value", () => {
  const logged = warningsOf(() => {
    const read = readFields({ topic: "t", color: "secret" }, guards, "participants[0]");
    expect(read).toStrictEqual({ topic: "t" });
    expect(fieldsOf(guards)({ constructor: 1 }, "options.nested")).toStrictEqual({});
  });
  expect(logged).toContain(
    "Ignored participants[0].color: is unknown in participants[0]. Known: topic, metadata, maxPageSize",
  );
  expect(logged).toContain("Ignored options.nested.constructor");
  expect(logged).not.toContain("secret");
});

test("finds no options in a value that is not an object, and logs what it is, without the value", () => {
  const logged = warningsOf(() => {
    for (const value of ["secret", 5, ["a"], () => {}]) {
      expect(optionsOf(value, "options")).toStrictEqual({});
    }
  });
  expect(logged).toContain("Ignored options: must be an object, but is a string");
  expect(logged).not.toContain("secret");
  expect(logged.match(/Ignored options/g)).toHaveLength(4);
});

test.each([undefined, null])("finds no options in %s, without a warning", (value) => {
  const logged = warningsOf(() => expect(optionsOf(value, "options")).toStrictEqual({}));
  expect(logged).toBe("");
});
