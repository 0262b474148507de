import { codecOf, valueKindOf, type LeafPlan } from "../plan/wire/codecs.ts";
import type { Codec } from "../plan/types.ts";
import type { SourceFile } from "./source-file.ts";
import { grouped } from "./type-text.ts";

/** The helpers of a codec. Without a writer, the value is sent unchanged. */
interface CodecHelpers {
  readonly writeJson?: string;
  /** For dates of RFC 3339, a method of Date. */
  readonly writeText?: string;
  readonly readJson: string;
  readonly readText: string;
  /** The JSON type of the value. */
  readonly json: "string" | "number" | "boolean";
}

const codecs: Readonly<Record<Codec, CodecHelpers>> = {
  string: { readJson: "readString", readText: "readString", json: "string" },
  number: { readJson: "readNumber", readText: "readNumberText", json: "number" },
  boolean: { readJson: "readBoolean", readText: "readBooleanText", json: "boolean" },
  whole: {
    writeJson: "writeWhole",
    writeText: "writeWhole",
    readJson: "readNumber",
    readText: "readNumberText",
    json: "number",
  },
  numberText: {
    writeJson: "writeText",
    readJson: "readNumberText",
    readText: "readNumberText",
    json: "string",
  },
  bigintText: {
    writeJson: "writeText",
    readJson: "readBigintText",
    readText: "readBigintText",
    json: "string",
  },
  booleanText: {
    writeJson: "writeText",
    readJson: "readBooleanText",
    readText: "readBooleanText",
    json: "string",
  },
  rfc3339: { writeText: "toISOString", readJson: "readDate", readText: "readDate", json: "string" },
  rfc7231: {
    writeJson: "writeHttpDate",
    writeText: "writeHttpDate",
    readJson: "readHttpDate",
    readText: "readHttpDate",
    json: "string",
  },
  unix: {
    writeJson: "writeUnixTime",
    writeText: "writeUnixTime",
    readJson: "readUnixTime",
    readText: "readUnixText",
    json: "number",
  },
  base64: {
    writeJson: "writeBase64",
    writeText: "writeBase64",
    readJson: "readBytes",
    readText: "readBytes",
    json: "string",
  },
  base64url: {
    writeJson: "writeBase64Url",
    writeText: "writeBase64Url",
    readJson: "readBytes",
    readText: "readBytes",
    json: "string",
  },
};

/** Returns the helper that converts a value for JSON; undefined if JSON.stringify is enough. */
export function jsonWriterOf(type: LeafPlan): string | undefined {
  return codecs[codecOf(type)].writeJson;
}

export function jsonReaderOf(type: LeafPlan): string {
  return codecs[codecOf(type)].readJson;
}

/** Returns the JSON type of a value. */
export function jsonTypeOf(type: LeafPlan): "string" | "number" | "boolean" {
  return codecs[codecOf(type)].json;
}

/** True for a value whose form in the client differs from JSON. */
export function isConverted(type: LeafPlan): boolean {
  return valueKindOf(codecOf(type)) !== jsonTypeOf(type);
}

/** Returns the reader of a codec's values from text. */
export function codecReader(file: SourceFile, codec: Codec): string {
  return file.helper(codecs[codec].readText);
}

/** Writes a value as text, or unchanged if it is a number or boolean; `mayBeMissing` if it can be null. */
export function codecText(
  file: SourceFile,
  codec: Codec,
  value: string,
  mayBeMissing: boolean,
): string {
  const { writeText } = codecs[codec];
  if (writeText === undefined) return value;
  if (codec === "rfc3339") return `${grouped(value)}${mayBeMissing ? "?" : ""}.toISOString()`;
  const write = file.helper(writeText);
  return mayBeMissing ? `${file.helper("maybe")}(${value}, ${write})` : `${write}(${value})`;
}

/** Writes a run-time test for the values of a codec. */
export function codecTest(codec: Codec, value: string): string {
  const kind = valueKindOf(codec);
  return kind === "Date" || kind === "Uint8Array"
    ? `${value} instanceof ${kind}`
    : `typeof ${value} === "${kind}"`;
}
