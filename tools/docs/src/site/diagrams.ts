import { renderMermaidSVG } from "beautiful-mermaid";

const block = /^```mermaid\n([\s\S]*?)^```$/gm;

/** Draws the Mermaid diagrams of a page as SVG, so that no script has to do it in the browser. */
export function withDiagrams(markdown: string): string {
  let count = 0;
  return markdown.replaceAll(block, (_, source: string) => drawn(source, ++count));
}

/** A figure with the diagram. Its colors are those of the theme; see site.css. */
function drawn(source: string, number: number): string {
  const title = /^\s*accTitle: *(.*)$/m.exec(source)?.[1] ?? "Diagram";
  const diagram = source
    .replace(/^\s*accTitle:.*\n/m, "")
    // Pages are narrow: a long chain is readable from top to bottom only.
    .replace(/^flowchart LR$/m, "flowchart TD")
    // A state that is only named is otherwise drawn outside of its group.
    .replaceAll(/^( {4,})(\w+)$/gm, '$1state "$2" as $2')
    .replaceAll(/^(\s*)state (\w+)_ \{$/gm, '$1state "$2" as $2_ {');
  const svg = renderMermaidSVG(diagram, { transparent: true })
    .replace(/@import url\([^)]*\);/, "")
    // Two diagrams on a page must not share ids.
    .replaceAll(/\b(id="|url\(#)/g, `$1diagram-${number}-`)
    .replace("<svg ", `<svg role="img" aria-label="${title.replaceAll('"', "&quot;")}" `)
    .replace(/ style="--bg[^"]*"/, "")
    // An empty line would end the block of HTML in Markdown.
    .replaceAll(/\s*\n\s*/g, " ");
  return `<figure class="diagram">${svg}</figure>`;
}
