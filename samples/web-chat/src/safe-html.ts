/** The allowed elements. Other elements are removed, but their content is kept. */
const TAGS = new Set(
  "a b blockquote br code del em h1 h2 h3 h4 h5 h6 hr i li ol p pre s strong sub sup table tbody td th thead tr u ul".split(
    " ",
  ),
);
/** Elements that are removed with their content, because it is not readable text or not parsed as HTML. */
const DROPPED = new Set(
  "script style template title textarea select noscript noembed noframes iframe object svg math xmp plaintext".split(
    " ",
  ),
);

/**
 * Converts the HTML of a message to safe nodes. The HTML is parsed into a separate document, where scripts do not run
 * and nothing is loaded. Only allowed elements are created again, without attributes except for the URLs of links.
 */
export function safeHtml(html: string): DocumentFragment {
  const fragment = document.createDocumentFragment();
  rebuild(new DOMParser().parseFromString(html, "text/html").body, fragment);
  return fragment;
}

function rebuild(from: Node, to: Node): void {
  for (const node of from.childNodes) {
    if (node instanceof Text) {
      to.appendChild(document.createTextNode(node.data));
    } else if (node instanceof Element && !DROPPED.has(node.localName)) {
      rebuild(node, TAGS.has(node.localName) ? to.appendChild(copy(node)) : to);
    }
  }
}

function copy({ localName, attributes }: Element): HTMLElement {
  const element = document.createElement(localName);
  const address = attributes.getNamedItem("href")?.value.trim() ?? "";
  if (element instanceof HTMLAnchorElement && /^(?:https?|mailto):/i.test(address)) {
    element.href = address;
    element.target = "_blank";
    element.rel = "noopener noreferrer nofollow";
  }
  return element;
}
