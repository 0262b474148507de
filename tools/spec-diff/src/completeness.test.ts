import { readOpenApi } from "@acs-chat/codegen/contract";
import { describe, expect, it } from "vitest";
import { diffContracts } from "./diff.ts";
import { contractOf } from "./read-contract.ts";
import { document20, document31 } from "./everything.ts";

type Json = Record<string, unknown>;

/** Pointers of values that the reader reads, but that do not change the contract. */
const withoutEffect: readonly RegExp[] = [
  // The version numbers differ in every comparison.
  /^\/(info\/version|swagger|openapi)$/,
  // How the document declares a parameter does not change requests.
  /\/(x-ms-parameter-location|positionInOperation|allowEmptyValue)$/,
  // The type of a host parameter does not matter, because the host is a URL.
  /^\/x-ms-parameterized-host\/parameters\/0\/(name|type|required|in|x-ms-skip-url-encoding)$/,
  // A parameter in the path is always required.
  /\/parameters\/0\/required$/,
  // The type of a derived schema or an enumeration follows from its bases or values.
  /\/(SmallOrder|Large|Color|Color\/anyOf\/1)\/type$/,
  // A file is always sent in a multipart body.
  /\/post\/consumes\/0$/,
  // The format of a bearer token does not concern clients.
  /\/bearerFormat$/,
  // Descriptions of scopes.
  /\/scopes\/[^/]*$/,
];

/** Returns another value of the same type, which is valid where possible. */
function another(key: string, value: unknown): unknown {
  if (typeof value === "number") return value + 1;
  if (typeof value === "boolean") return !value;
  const pairs: Readonly<Record<string, readonly string[]>> = {
    type: ["string", "integer", "apiKey", "basic", "http", "object"],
    in: ["query", "header"],
    format: ["date-time", "date"],
    collectionFormat: ["pipes", "multi"],
    style: ["pipeDelimited", "form"],
    $ref: ["Other", "Color"],
    scheme: ["bearer", "basic"],
    url: ["https://a.example", "https://b.example"],
    flow: ["application", "password"],
    propertyName: ["kind", "other"],
  };
  const text = String(value);
  const choices = pairs[key];
  if (choices === undefined) return `${text}x`;
  if (key === "$ref") return text.replace(/[^/]+$/, text.endsWith("Other") ? "Color" : "Other");
  return choices.find((one) => one !== text);
}

/** Lists the JSON pointers of all leaves of a document. */
function leavesOf(value: unknown, pointer = ""): readonly string[] {
  if (typeof value !== "object" || value === null) return [pointer];
  return Object.entries(value).flatMap(([key, inner]) =>
    leavesOf(inner, `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`),
  );
}

function changedAt(document: object, pointer: string): object {
  const copy = structuredClone(document) as Json;
  const steps = pointer
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop() ?? "";
  const holder = steps.reduce<Json>((at, step) => at[step] as Json, copy);
  holder[last] = another(last, holder[last]);
  return copy;
}

function isNoticed(document: object, changed: object): boolean {
  const before = contractOf(readOpenApi("/d.json", { content: document }).contract);
  try {
    const after = contractOf(readOpenApi("/d.json", { content: changed }).contract);
    return diffContracts(before, after).length > 0;
  } catch {
    return true;
  }
}

describe.each([
  ["2.0", document20],
  ["3.1", document31],
])("a document of OpenAPI %s", (_version, document) => {
  const { unread } = readOpenApi("/d.json", { content: document });

  it("is read completely", () => {
    // The contract has these keywords, TypeSpec does not.
    const known = /\/(multipleOf|uniqueItems)$/;
    expect(unread.filter(({ pointer }) => !known.test(pointer))).toEqual([]);
  });

  it("differs from a copy in which one value is changed", () => {
    const unnoticed = leavesOf(document)
      .filter((pointer) => !withoutEffect.some((pattern) => pattern.test(pointer)))
      .filter((pointer) => !isNoticed(document, changedAt(document, pointer)));
    expect(unnoticed).toEqual([]);
  });
});
