/** Returns a text in one line; empty if there is none. */
export function inOneLine(text: string | undefined): string {
  return text?.replaceAll(/\s+/g, " ").trim() ?? "";
}

/** Joins texts in one line. */
export function joined(...texts: readonly (string | undefined)[]): string {
  return texts
    .map(inOneLine)
    .filter((text) => text !== "")
    .join(" ");
}

/** Returns the explicit name in generated code, unless it equals the name derived from the wire. */
export function clientNameOf(
  wire: string,
  clientName: string | undefined,
): { readonly clientName?: string } {
  const usual = wire
    .replaceAll(/[^\p{L}\p{N}]+(.)?/gu, (_, next: string = "") => next.toUpperCase())
    .replace(/^./u, (first) => first.toLowerCase());
  return clientName === undefined || clientName === usual ? {} : { clientName };
}

/** Returns the link to external documentation, as part of a description. */
export function docsText(
  docs: { readonly url: string; readonly description?: string } | undefined,
): string {
  return docs === undefined ? "" : `(${joined(docs.description, docs.url)})`;
}

/** Returns title, description and documentation link of a schema as one text. */
export function wordsOf(schema: {
  readonly title?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly url: string; readonly description?: string };
}): string {
  return joined(schema.title, schema.description, docsText(schema.externalDocs));
}
