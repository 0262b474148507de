import { expect, test } from "vitest";
import { withBetterMarkup, withRelativeLinks } from "./markup.ts";

test("makes links relative to their page, and links to the start page a file name", () => {
  expect(
    withRelativeLinks('<a href="/guides/errors.html#x">1</a><img src="/a.svg">', "index.html"),
  ).toBe('<a href="./guides/errors.html#x">1</a><img src="./a.svg">');
  expect(
    withRelativeLinks('<a href="/">1</a><script src="/search.js"></script>', "guides/errors.html"),
  ).toBe('<a href="../index.html">1</a><script src="../search.js"></script>');
});

test("keeps links to other sites", () => {
  const html = '<a href="https://example.org/a">1</a><a href="//example.org/a">2</a>';
  expect(withRelativeLinks(html, "index.html")).toBe(html);
});

test("replaces an empty header cell with a plain cell", () => {
  expect(withBetterMarkup('<th></th><th align="left"></th><th>code</th>')).toBe(
    '<td></td><td align="left"></td><th>code</th>',
  );
});

const code = (text: string) => `<code dir="auto">${text}</code>`;

test("marks short code, but not long code or code with spaces", () => {
  expect(withBetterMarkup(code("@acs-chat/client"))).toBe(
    '<code dir="auto" class="short">@acs-chat/client</code>',
  );
  for (const text of ["a".repeat(19), "npm test"]) {
    expect(withBetterMarkup(code(text))).toBe(code(text));
  }
});
