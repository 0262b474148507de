import { createElement, type ReactNode } from "react";

/** Elements that texts are made of. Others are left out, and what they contain is kept. */
const kept = new Set(
  "b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i li ol p pre s strong sub sup u ul".split(" "),
);
/** Elements that are left out with all that they contain: they hold nothing to read. */
const dropped = new Set(
  "script style template title textarea select noscript iframe object svg math".split(" "),
);

/**
 * The HTML of a message as elements of React. Nothing of the message gets into the page itself: it is parsed into
 * an inert document, and elements that are known to be harmless are built anew, without attributes but safe links.
 */
export function RichText({ html }: { html: string }) {
  return <>{childrenOf(new DOMParser().parseFromString(html, "text/html").body, 0)}</>;
}

/** Levels of elements; deeper ones are flattened. */
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
