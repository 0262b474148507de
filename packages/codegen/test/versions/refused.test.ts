import { expect, test } from "vitest";
import { emit } from "../emit.ts";
import { all, service } from "./in-version.ts";

// Changes that are not supported. The diagnostic names the place in the spec.
const refused: Readonly<Record<string, readonly [body: string, name: string]>> = {
  "a member as a type": [
    `enum Kind { @renamedFrom(V.v2, "kitty") cat } model Pet { kind: Kind.cat } @get op get(...Api): Pet;`,
    "cat",
  ],
  "a kind of a discriminated union": [
    `model Cat { name: string } @discriminated union Pet { @renamedFrom(V.v2, "kitty") cat: Cat } @get op get(...Api): Pet;`,
    "cat",
  ],
  "a part of a form": [
    `@post op post(...Api, @header contentType: "multipart/form-data", @multipartBody body: { @renamedFrom(V.v2, "old") name: HttpPart<string> }): void;`,
    "name",
  ],
  "an XML element": [
    `model Pet { @renamedFrom(V.v2, "title") name: string } @get op get(...Api): { @header contentType: "application/xml", @body pet: Pet };`,
    "name",
  ],
  "a response header": [
    `@get op get(...Api): { @header @renamedFrom(V.v2, "old") etag: string, @body pet: string };`,
    "etag",
  ],
  "a parameter within a body": [
    `model Pet { @header @renamedFrom(V.v2, "old") tone: string; name: string } @post op post(...Api, @bodyRoot pet: Pet): void;`,
    "tone",
  ],
  "whether an operation has response headers": [
    `@get @returnTypeChangedFrom(V.v2, { @header etag: string, @body text: string }) op get(...Api): string;`,
    "get",
  ],
};

test.each(Object.entries(refused))("refuses a change of %s", async (_, [body, name]) => {
  const { diagnostics, errors } = await emit(service(body), all);
  expect(diagnostics.filter((one) => one.startsWith("@acs-chat"))).toEqual([
    expect.stringContaining("@acs-chat/codegen/changed-between-versions at main.tsp:9:"),
  ]);
  expect(errors.at(-1)).toMatch(new RegExp(`^"${name}" differs between API versions, `));
});
