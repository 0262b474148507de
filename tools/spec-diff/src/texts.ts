/** A text in one line; empty where there is none. */
export function inOneLine(text: string | undefined): string {
  return text?.replaceAll(/\s+/g, " ").trim() ?? "";
}

/** Texts that belong together, in one line. */
export function joined(...texts: readonly (string | undefined)[]): string {
  return texts
    .map(inOneLine)
    .filter((text) => text !== "")
    .join(" ");
}

/** The name that a document wants in generated code, unless it is made from the one on the wire anyway. */
export function clientNameOf(
  wire: string,
  clientName: string | undefined,
): { readonly clientName?: string } {
  const usual = wire
    .replaceAll(/[^\p{L}\p{N}]+(.)?/gu, (_, next: string = "") => next.toUpperCase())
    .replace(/^./u, (first) => first.toLowerCase());
  return clientName === undefined || clientName === usual ? {} : { clientName };
}

/** Where more is to be read, as part of a description. */
export function docsText(
  docs: { readonly url: string; readonly description?: string } | undefined,
): string {
  return docs === undefined ? "" : `(${joined(docs.description, docs.url)})`;
}

/** What is said of a schema in words. */
export function wordsOf(schema: {
  readonly title?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly url: string; readonly description?: string };
}): string {
  return joined(schema.title, schema.description, docsText(schema.externalDocs));
}
