import type { IOptions } from "sanitize-html";

/**
 * Removes everything from HTML that could run code or load a resource. The library is loaded with
 * the first HTML message, because most runs never need it.
 */
export async function sanitizeHtml(html: string): Promise<string> {
  const { default: sanitize } = await import("sanitize-html");
  const allowedTags = [...sanitize.defaults.allowedTags, ...FURTHER_TAGS];
  return sanitize(html, { ...OPTIONS, allowedTags });
}

/** Tags of chats in addition to the usual ones. The UI library writes mentions as `msft-mention`. */
const FURTHER_TAGS = ["img", "del", "ins", "msft-mention"];

const OPTIONS: IOptions = {
  allowedAttributes: {
    a: ["href", "name", "title"],
    img: ["src", "alt", "title", "width", "height", "id"],
    "msft-mention": ["id", "displayText", "displaytext"],
    "*": ["dir", "lang"],
  },
  allowedSchemes: ["http", "https", "mailto"],
  disallowedTagsMode: "discard",
  // Attributes of mentions are case-sensitive; in all other tags case has no meaning.
  parser: { lowerCaseAttributeNames: false },
  transformTags: {
    "*": (tagName, attribs) => ({
      tagName,
      attribs: tagName === "msft-mention" ? attribs : inLowerCase(attribs),
    }),
  },
};

const inLowerCase = (attributes: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.toLowerCase(), value]),
  );
