import { dirname, relative } from "node:path/posix";

/** Makes the links of a page relative, so that the site works in any folder of a web server and from a file system. */
export function withRelativeLinks(html: string, page: string): string {
  const up = relative(dirname(page), ".") || ".";
  return html.replaceAll(
    /\b(href|src)="\/(?!\/)([^"]*)"/g,
    (_, attribute: string, target: string) => {
      // Astro links to the folder of the start page.
      const file = /^(?:#.*)?$/.test(target) ? `index.html${target}` : target;
      return `${attribute}="${up}/${file}"`;
    },
  );
}

/** Replaces empty header cells and marks short code, which Markdown cannot express. */
export function withBetterMarkup(html: string): string {
  return (
    html
      // GitHub requires a header row, but screen readers cannot read an empty header cell.
      .replaceAll(/<th(?<attributes>[^>]*)><\/th>/g, "<td$<attributes>></td>")
      // Names and versions such as `@acs-chat/client` must not break at their hyphens.
      .replaceAll(/<code dir="auto">(?=[^<\s]{1,18}<\/code>)/g, '<code dir="auto" class="short">')
  );
}
