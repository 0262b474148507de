import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEFAULT_PORTS, HELP } from "../src/cli/help.ts";
import * as unverified from "../src/engine/unverified.ts";
import { WELL_KNOWN_ACCESS_KEY } from "../src/tokens/well-known.ts";
import { createRoutes } from "../src/spec/routes.ts";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

describe("the README", () => {
  it("lists every assumption with its value", () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| .+ \| `(.+)` \|$/gm)];
    const listed = rows.map(([, name, value]) => [name, evaluate(value ?? "")]);
    expect(Object.fromEntries(listed)).toEqual({ ...unverified });
  });

  it("shows the help text of the command", () => {
    expect(readme).toContain(HELP.trimEnd());
  });

  it("contains the connection string", () => {
    const { https } = DEFAULT_PORTS;
    const endpoint = `endpoint=https://localhost:${https}/`;
    expect(readme).toContain(`\n${endpoint};accesskey=${WELL_KNOWN_ACCESS_KEY}\n`);
  });

  it("lists every API version", () => {
    const routes = createRoutes();
    for (const version of [...routes.versions("chat"), ...routes.versions("identity")]) {
      expect(readme).toContain(`\`${version}\``);
    }
  });
});

/** Evaluates products of numbers, and JSON. */
function evaluate(text: string): unknown {
  const factors = text.split(" * ");
  return factors.length > 1 ? factors.reduce((all, one) => all * Number(one), 1) : JSON.parse(text);
}
