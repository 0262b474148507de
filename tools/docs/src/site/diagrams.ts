import { renderMermaidSVG } from "beautiful-mermaid";

const block = /^```mermaid\n([\s\S]*?)^```$/gm;

/** Draws the Mermaid diagrams of a page as SVG, so that the browser needs no script for it. */
export function withDiagrams(markdown: string): string {
  let count = 0;
  return markdown.replaceAll(block, (_, source: string) => drawn(source, ++count));
}

/** Returns a figure with the diagram, in the colors of the theme. See site.css. */
function drawn(source: string, number: number): string {
  const title = /^\s*accTitle: *(.*)$/m.exec(source)?.[1] ?? "Diagram";
  const diagram = source
    .replace(/^\s*accTitle:.*\n/m, "")
    // Pages are too narrow for a long chain from left to right.
    .replace(/^flowchart LR$/m, "flowchart TD")
    // Mermaid draws a state without a declaration outside of its group.
    .replaceAll(/^( {4,})(\w+)$/gm, '$1state "$2" as $2')
    .replaceAll(/^(\s*)state (\w+)_ \{$/gm, '$1state "$2" as $2_ {');
  const svg = renderMermaidSVG(diagram, { transparent: true })
    .replace(/@import url\([^)]*\);/, "")
    // Ids must be unique on a page with several diagrams.
    .replaceAll(/\b(id="|url\(#)/g, `$1diagram-${number}-`)
    .replace("<svg ", `<svg role="img" aria-label="${title.replaceAll('"', "&quot;")}" `)
    .replace(/ style="--bg[^"]*"/, "")
    // An empty line would end the HTML block in Markdown.
    .replaceAll(/\s*\n\s*/g, " ");
  return `<figure class="diagram">${svg}</figure>`;
}
