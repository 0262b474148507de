import { expect, test } from "vitest";
import { emit } from "../emit.ts";
import { typeErrors } from "../type-errors.ts";
import { all, service } from "./in-version.ts";

test("emits a package for all versions that compiles", async () => {
  const spec = service(`
    enum Color { @renamedFrom(V.v2, "grey") gray }
    model Old { at: utcDateTime }
    model Pet {
      @renamedFrom(V.v2, "title") @typeChangedFrom(V.v3, Old) name: string;
      @typeChangedFrom(V.v2, bytes) age?: int32 | null;
      color: Color;
      @added(V.v2) nick: string;
    }
    model Page { @pageItems items: Pet[] }
    interface Ops {
      @get @route("/a") @returnTypeChangedFrom(V.v2, Pet) a(...Api, @query @renamedFrom(V.v2, "o") q?: Color): void;
      @post @route("/b") b(...Api, @body @typeChangedFrom(V.v2, Old) pet: Pet, @header @typeChangedFrom(V.v3, bytes) h?: utcDateTime): Pet | Old;
      @patch(#{ implicitOptionality: true }) @route("/c") c(...Api, @body pet: Pet): Pet;
      @patch @route("/d") d(...Api, @header contentType: "application/merge-patch+json", @body pet: Pet): Pet;
      @list @get @route("/e") e(...Api, @query @renamedFrom(V.v2, "o") q?: string): Page;
      @post @route("/f") f(...Api, @query @typeChangedFrom(V.v3, string) q: int32, @renamedFrom(V.v2, "title") name: string, @typeChangedFrom(V.v3, Old) pet?: Pet, @typeChangedFrom(V.v2, string) at: utcDateTime): void;
    }
  `);
  const { errors, files } = await emit(spec, { ...all, "emit-package-json": true });
  expect(errors).toEqual([]);
  expect(await typeErrors(files)).toEqual([]);
});

test("leaves the program unchanged for other emitters", async () => {
  const spec = service(`
    model Old { at: utcDateTime }
    model Pet { @added(V.v2) name: string; @madeRequired(V.v2) age: int32 }
    @get @returnTypeChangedFrom(V.v2, Old) op get(...Api, @query @renamedFrom(V.v2, "o") q: string): Pet;
  `);
  const alone = await emit(spec);
  const after = await emit(spec, {}, [all]);
  expect(after.files).toEqual(alone.files);
});
