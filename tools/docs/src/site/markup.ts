import { dirname, relative } from "node:path/posix";

/** A page whose addresses are relative, so that the site works in any folder of any host and from a file system. */
export function withRelativeLinks(html: string, page: string): string {
  const up = relative(dirname(page), ".") || ".";
  return html.replaceAll(
    /\b(href|src)="\/(?!\/)([^"]*)"/g,
    (_, attribute: string, target: string) => {
      // Astro addresses the start page by its folder.
      const file = /^(?:#.*)?$/.test(target) ? `index.html${target}` : target;
      return `${attribute}="${up}/${file}"`;
    },
  );
}

/** A page without empty header cells, and with marked short code: what Markdown cannot express. */
export function withBetterMarkup(html: string): string {
  return (
    html
      // GitHub needs a header row; an empty header cell says nothing to a screen reader.
      .replaceAll(/<th(?<attributes>[^>]*)><\/th>/g, "<td$<attributes>></td>")
      // Names and versions such as `@acs-chat/client` must not break at their hyphens.
      .replaceAll(/<code dir="auto">(?=[^<\s]{1,18}<\/code>)/g, '<code dir="auto" class="short">')
  );
}
