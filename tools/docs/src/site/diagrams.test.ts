import { expect, test } from "vitest";
import { withDiagrams } from "./diagrams.ts";

const diagram = "```mermaid\nsequenceDiagram\n  accTitle: A call\n  A->>B: hello\n```\n";

test("draws a diagram as one line of SVG with its title, without external resources", () => {
  const svg = withDiagrams(diagram).trim();
  expect(svg).toMatch(/^<figure class="diagram"><svg role="img" aria-label="A call" .*<\/figure>$/);
  expect(svg).toContain(">hello</text>");
  expect(svg).not.toContain("@import");
});

test("gives two diagrams on a page different ids", () => {
  const ids = [...withDiagrams(diagram + diagram).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
});
