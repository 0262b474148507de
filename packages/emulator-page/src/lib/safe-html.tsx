import { type ComponentChild, h, type JSX } from "preact";
import { useMemo } from "preact/hooks";

/** The elements that messages may contain. None of them loads a resource, runs code, changes styles or accepts input. */
const TAGS: ReadonlySet<string> = new Set(
  "a abbr b blockquote br code del div em h1 h2 h3 h4 h5 h6 hr i ins li mark ol p pre s small span strike strong sub sup table tbody td th thead tr u ul".split(
    " ",
  ),
);
/** Elements that are removed with their content, because it is not readable text or not HTML. */
const DROPPED =
  /^(?:script|style|template|title|textarea|select|noscript|noembed|noframes|iframe|object|svg|math|xmp|plaintext|head)$/;
const ATTRIBUTES = ["dir", "lang", "colspan", "rowspan", "start"] as const;
const LINK = /^(?:https?:|mailto:)/i;

/** The page's only trusted-types policy. Its HTML is parsed into a separate document that is never rendered. */
const policy = (
  window as {
    trustedTypes?: {
      createPolicy(
        name: string,
        rules: { createHTML(html: string): string },
      ): { createHTML(html: string): string };
    };
  }
).trustedTypes?.createPolicy("message-html", { createHTML: (html) => html });

/**
 * Renders the HTML of a message without anything that could run code, load resources or break the layout. The HTML is
 * parsed into a separate document, where scripts do not run and nothing is loaded. The page creates its own elements from
 * the allowed names, texts and attributes; no node of the parsed document reaches the page.
 */
export function SafeHtml({ html }: { readonly html: string }): JSX.Element {
  const content = useMemo(() => {
    const trusted = policy?.createHTML(html) ?? html;
    return childrenOf(new DOMParser().parseFromString(trusted, "text/html").body);
  }, [html]);
  return <div class="html">{content}</div>;
}

function childrenOf(node: Node): ComponentChild[] {
  return Array.from(node.childNodes, rebuild);
}

function rebuild(node: Node): ComponentChild {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue;
  if (!(node instanceof Element)) return null;
  const tag = node.localName;
  if (DROPPED.test(tag)) return null;
  if (!TAGS.has(tag)) return childrenOf(node);
  const attributes: Record<string, string> = {};
  for (const name of ATTRIBUTES) {
    const value = node.getAttribute(name);
    if (value !== null) attributes[name] = value;
  }
  const href = node.getAttribute("href");
  if (tag === "a" && href !== null && LINK.test(href)) {
    Object.assign(attributes, { href, target: "_blank", rel: "noopener noreferrer nofollow" });
  }
  return h(tag, attributes, ...childrenOf(node));
}
