/** An element of an XML document. Names have no namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  /** The character data directly inside the element. */
  text: string;
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

/** Parses an XML document. Throws for document type declarations, which can make a small document arbitrarily large. */
export function parseXml(source: string): XmlElement {
  const token =
    /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<\/([^\s<>/]+)\s*>|<([^\s<>/!?=]+)((?:\s+[^\s=<>/]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)/y;
  const document: XmlElement = { name: "", attributes: {}, children: [], text: "" };
  const open: XmlElement[] = [document];
  token.lastIndex = source.startsWith("\uFEFF") ? 1 : 0;
  while (token.lastIndex < source.length) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (match === null) return fail(`unexpected ${JSON.stringify(source.slice(at, at + 20))}`, at);
    const [, data, end, start, attributes, selfClosing, text] = match;
    const parent = open.at(-1)!;
    if (data !== undefined) parent.text += data;
    else if (text !== undefined) {
      if (open.length === 1 && text.trim() !== "") fail("text outside of the root element", at);
      parent.text += unescapeXml(text);
    } else if (end !== undefined) {
      if (open.length === 1 || localName(end) !== parent.name) fail(`unexpected </${end}>`, at);
      open.pop();
    } else if (start !== undefined) {
      if (open.length === 1 && parent.children.length > 0) fail("a second root element", at);
      const element: XmlElement = {
        name: localName(start),
        attributes: parseAttributes(attributes ?? ""),
        children: [],
        text: "",
      };
      parent.children.push(element);
      if (selfClosing === "") open.push(element);
    }
  }
  const [root] = document.children;
  if (root === undefined) return fail("no root element", source.length);
  if (open.length > 1) return fail(`<${open.at(-1)!.name}> is not closed`, source.length);
  return root;
}

function fail(what: string, at: number): never {
  throw new SyntaxError(`XML: ${what} at character ${at}`);
}

function parseAttributes(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of source.matchAll(/([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (!/^xmlns(:|$)/.test(name)) attributes[localName(name)] = unescapeXml(value.slice(1, -1));
  }
  return attributes;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function unescapeXml(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/&(#x?)?(\w*);?/g, (reference, number?: string, name = "") => {
      const known = number ? Number.parseInt(name, number === "#" ? 10 : 16) : entities[name];
      if (typeof known === "string") return known;
      if (known === undefined || !(known <= 0x10ffff) || !reference.endsWith(";")) {
        throw new SyntaxError(`XML: unknown reference ${reference}`);
      }
      return String.fromCodePoint(known);
    });
}
