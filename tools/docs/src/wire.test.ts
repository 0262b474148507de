import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { blocksOf } from "./markdown.ts";
import { play, scenariosOf } from "./wire.ts";

const scenarios = scenariosOf("docs/generator-scenarios.md");
const [usual = ""] = blocksOf("docs/generator.md", "yaml");
const folder = join(import.meta.dirname, "../.test-wire");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("finds the scenarios", () => {
  expect(scenarios.length).toBeGreaterThan(4);
  expect(scenarios.filter(({ exchanges }) => exchanges.length === 0)).toEqual([]);
});

test.each(scenarios.map((scenario, index) => [scenario.title, scenario, index] as const))(
  "sends the requests that the guide shows: %s",
  async (_, scenario, index) => {
    const { output, sent } = await play(scenario, usual, join(folder, String(index)));
    const { exchanges, prints = output } = scenario;
    expect({ output, sent }).toEqual({
      output: prints,
      sent: exchanges.map(({ request }) => request),
    });
  },
);
