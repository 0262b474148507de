import { createElement, type ReactNode } from "react";

/** The allowed elements. Other elements are removed, but their content is kept. */
const kept = new Set(
  "b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i li ol p pre s strong sub sup u ul".split(" "),
);
/** Elements that are removed with their content, because it is not text. */
const dropped = new Set(
  "script style template title textarea select noscript iframe object svg math".split(" "),
);

/**
 * Shows the HTML of a message as React elements. The HTML is never inserted into the page: it is parsed into an inert
 * document, and only allowed elements are created again, without attributes except for safe links.
 */
export function RichText({ html }: { html: string }) {
  return <>{childrenOf(new DOMParser().parseFromString(html, "text/html").body, 0)}</>;
}

/** The maximum depth of elements. Deeper elements become text. */
const maxDepth = 30;

function childrenOf(parent: Node, depth: number): ReactNode[] {
  return [...parent.childNodes].map((node, key) => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent;
    if (!(node instanceof Element) || dropped.has(node.localName)) return null;
    if (depth > maxDepth) return node.textContent;
    const children = childrenOf(node, depth + 1);
    const { localName } = node;
    if (localName === "a") {
      const href = node.getAttribute("href")?.trim() ?? "";
      const link = /^(?:https?|mailto):/i.test(href) ? { href } : {};
      return createElement(
        "a",
        { key, ...link, target: "_blank", rel: "noopener noreferrer nofollow" },
        ...children,
      );
    }
    if (!kept.has(localName)) return children;
    return createElement(localName, { key }, ...children);
  });
}
