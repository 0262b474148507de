import { setLogLevel } from "@azure/logger";
import { afterEach, expect, test, vi } from "vitest";
import { fieldsOf, readData, readFields } from "./fields.ts";
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
  expect(() => readFields("text", guards, "options", "")).toThrowError(/^options: must be an/);
});

test("rejects an unknown field by name, and lists the known ones", () => {
  expect(() => readFields({ topik: "t" }, guards, "options", "")).toThrowError(
    "topik: is unknown in options. Known: topic, metadata, maxPageSize",
  );
  // The names of inherited properties are rejected as well.
  expect(() => readFields({ constructor: 1 }, guards, "options", "")).toThrowError(/^constructor/);
  expect(() => fieldsOf(guards)({ a: 1 }, "options.nested")).toThrowError(/^options\.nested\.a/);
});

test("leaves out an unknown field of data, and logs its path without the value", () => {
  const line = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  setLogLevel("warning");
  const read = readData({ topic: "t", color: "secret" }, guards, "participants[0]");
  expect(read).toStrictEqual({ topic: "t" });
  const logged = line.mock.calls.join("");
  expect(logged).toContain("participants[0].color");
  expect(logged).not.toContain("secret");
});
