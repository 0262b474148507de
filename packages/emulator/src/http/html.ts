/**
 * Takes out of HTML what could run or load something. The library is loaded with the first HTML
 * message: most runs never need it.
 */
export async function sanitizeHtml(html: string): Promise<string> {
  const { default: sanitize } = await import("sanitize-html");
  return sanitize(html, {
    allowedTags: [...sanitize.defaults.allowedTags, "img", "del", "ins"],
    allowedAttributes: {
      a: ["href", "name", "title"],
      img: ["src", "alt", "title", "width", "height", "id"],
      "*": ["dir", "lang"],
    },
    allowedSchemes: ["http", "https", "mailto"],
    disallowedTagsMode: "discard",
  });
}
