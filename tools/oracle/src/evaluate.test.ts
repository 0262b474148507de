import { describe, expect, it } from "vitest";
import { evaluateModule } from "./evaluate.ts";

describe("evaluateModule", () => {
  it("resolves imports from the given modules, and returns constants, exported or not", () => {
    const module = evaluateModule(
      `import * as All from "../all.js";
import { one as first, two, } from "../some";
export const exported = { all: All.value, first };
const hidden = { two };
export let changing = exported;
`,
      { "../all": { value: 1 }, "../some": { one: 2, two: 3 } },
    );
    expect(JSON.parse(JSON.stringify(module))).toEqual({
      exported: { all: 1, first: 2 },
      hidden: { two: 3 },
      changing: { all: 1, first: 2 },
    });
  });

  it("leaves out the code before the given line", () => {
    const module = evaluateModule(
      "class Odd extends Missing {}\n// Start\nconst spec = { a: 1 };\n",
      {},
      "// Start",
    );
    expect(JSON.parse(JSON.stringify(module))).toEqual({ spec: { a: 1 } });
  });

  it("throws for code without that line, and for unresolved names", () => {
    expect(() => evaluateModule("const a = 1;", {}, "// Start")).toThrow(
      '"// Start" is not in the module',
    );
    expect(() => evaluateModule('import { b } from "./b.js";\nconst a = b;\n')).toThrow(
      "b is not defined",
    );
  });
});
