import { readOpenApi } from "@acs-chat/codegen/contract";
import { describe, expect, it } from "vitest";
import { diffContracts } from "./diff.ts";
import { contractOf } from "./read-contract.ts";
import { document20, document31 } from "./everything.ts";

type Json = Record<string, unknown>;

/** Read, but without an effect on what is described. */
const withoutEffect: readonly RegExp[] = [
  // The versions of the documents are what is compared.
  /^\/(info\/version|swagger|openapi)$/,
  // How parameters are written in the document, not on the wire.
  /\/(x-ms-parameter-location|positionInOperation|allowEmptyValue)$/,
  // The URL of a host is a URL, whatever its parameter's type is called.
  /^\/x-ms-parameterized-host\/parameters\/0\/(name|type|required|in|x-ms-skip-url-encoding)$/,
  // A parameter in the path is always required.
  /\/parameters\/0\/required$/,
  // The type of what inherits, and of listed values, is said by its parents and its values.
  /\/(SmallOrder|Large|Color|Color\/anyOf\/1)\/type$/,
  // A file is sent in a multipart body, whatever else is consumed.
  /\/post\/consumes\/0$/,
  // The format of a bearer token is the issuer's business.
  /\/bearerFormat$/,
  // Descriptions of scopes.
  /\/scopes\/[^/]*$/,
];

/** Another value of the same sort, that is as valid as the one before where that is possible. */
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

/** All leaves of a document, with what it takes to change each. */
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

  it("is read as a whole", () => {
    // The contract has these, and TypeSpec does not.
    const known = /\/(multipleOf|uniqueItems)$/;
    expect(unread.filter(({ pointer }) => !known.test(pointer))).toEqual([]);
  });

  it("differs from itself, wherever a value that is read is another", () => {
    const unnoticed = leavesOf(document)
      .filter((pointer) => !withoutEffect.some((pattern) => pattern.test(pointer)))
      .filter((pointer) => !isNoticed(document, changedAt(document, pointer)));
    expect(unnoticed).toEqual([]);
  });
});
