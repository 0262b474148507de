import { join } from "node:path";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { emit, withFolder, writeTree } from "./emit.ts";

const spec = `
import "@typespec/http";
using Http;

@service
namespace Things;

model Inner {
  @encodedName("application/json", "w") when?: utcDateTime;
  note?: string;
}

@discriminator("kind")
model Shape {
  size?: int32;
}

model Circle extends Shape {
  kind: "circle";
  @encode(BytesKnownEncoding.base64url, string) data: bytes;
}

model Square extends Shape {
  kind: "square";
  sides: utcDateTime[];
}

model Thing {
  text: string;
  bytes: bytes;
  date: utcDateTime;
  @encode(DateTimeKnownEncoding.rfc7231) http?: utcDateTime;
  @encode(DateTimeKnownEncoding.unixTimestamp, int64) unix?: utcDateTime;
  @encode(string) big?: int64;
  @encode(string) flag?: boolean;
  @encode(ArrayEncoding.commaDelimited) list?: string[];
  inner?: Inner;
  inners?: Record<Inner>;
  nullable: Inner | null;
  shapes?: Shape[];
}

op put(@body thing: Thing): Thing;
`;

const bytes = fc.uint8Array({ maxLength: 40 });
const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date("2100-01-01") });
const seconds = date.map((value) => new Date(Math.floor(value.getTime() / 1000) * 1000));
const inner = fc.record({ when: date, note: fc.string() }, { requiredKeys: [] });
const shape = fc.oneof(
  fc.record({ kind: fc.constant("circle"), data: bytes }),
  fc.record({ kind: fc.constant("square"), sides: fc.array(date, { maxLength: 3 }) }),
  fc.record({ kind: fc.constant("blob"), whatever: fc.string() }),
);
const name = fc.string().filter((text) => !(text in {}));
const thing = fc.record(
  {
    text: fc.string(),
    bytes,
    date,
    http: seconds,
    unix: seconds,
    big: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    flag: fc.boolean(),
    list: fc.array(fc.stringMatching(/^[a-z]+$/), { minLength: 1, maxLength: 4 }),
    inner,
    inners: fc.dictionary(name, inner, { maxKeys: 3 }),
    nullable: fc.option(inner),
    shapes: fc.array(shape, { maxLength: 3 }),
  },
  { requiredKeys: ["text", "bytes", "date", "nullable"], noNullPrototype: true },
);

test("reads the values that it has written, and does not change the argument", async () => {
  const { files } = await emit(spec);
  await withFolder(async (folder) => {
    await writeTree(folder, files);
    const writers = (await import(join(folder, "writers.ts"))) as Record<
      string,
      (value: unknown) => unknown
    >;
    const readers = (await import(join(folder, "readers.ts"))) as Record<
      string,
      (value: unknown, walk: unknown) => unknown
    >;
    fc.assert(
      fc.property(thing, (value) => {
        const before = structuredClone(value);
        const wire = JSON.stringify(writers.writeThing!(value));
        expect(value).toEqual(before);
        const walk = { mismatches: [] };
        expect(readers.readThing!(JSON.parse(wire), walk)).toEqual(value);
        expect(walk.mismatches).toEqual([]);
      }),
    );
  });
});
