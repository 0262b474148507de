import { describe, expect, it } from "vitest";
import { readArguments, readDeclarations } from "./declarations.ts";

describe("readDeclarations", () => {
  it("reads required, optional and read-only members from sources and from declarations", () => {
    const { interfaces } = readDeclarations(`
/** Doc with a { brace: and; semicolons }. */
export interface Thing {
  /** The id: string; */
  id: string;
  readonly when?: Date;
  metadata?: { [propertyName: string]: string };
}
export declare interface Other extends Thing {
    list: Thing[];
    metadata?: {
        [propertyName: string]: string;
    };
    kind: "a" | "b";
}
`);
    expect(Object.fromEntries(interfaces.get("Thing") ?? [])).toEqual({
      id: { required: true, readOnly: false, type: "string" },
      when: { required: false, readOnly: true, type: "Date" },
      metadata: { required: false, readOnly: false, type: "{ [propertyName: string]: string }" },
    });
    expect([...(interfaces.get("Other")?.keys() ?? [])]).toEqual(["list", "metadata", "kind"]);
    expect(interfaces.get("Other")?.get("kind")?.type).toBe('"a" | "b"');
  });

  it("distinguishes open and closed enumerations", () => {
    const { enums } = readDeclarations(`
export declare enum KnownColor {
    /** red */
    Red = "red",
    DarkBlue = "darkBlue"
}
export declare type Color = string;
export type Size =
  | "small"
  | "large";
export type Name = string;
export type Response = Thing & { extra: "a" };
`);
    expect(Object.fromEntries(enums)).toEqual({
      Color: { open: true, values: ["red", "darkBlue"] },
      Size: { open: false, values: ["small", "large"] },
    });
  });
});

describe("readArguments", () => {
  const source = `
export class ThingImpl {
  /**
   * getThing(wrong: number)
   */
  async getThing(
    id: string,
    view: ImageViewType,
    options?: Options
  ): Promise<void> {}
}`;

  it("reads the types of parameters by name", () => {
    expect([...readArguments(source, "getThing")]).toEqual([
      ["id", "string"],
      ["view", "ImageViewType"],
      ["options", "Options"],
    ]);
  });

  it("throws for an unknown method", () => {
    expect(() => readArguments(source, "putThing")).toThrow("no method putThing is declared");
  });
});
