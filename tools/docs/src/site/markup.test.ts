import { expect, test } from "vitest";
import { withBetterMarkup, withRelativeLinks } from "./markup.ts";

test("addresses become relative to their page, and the start page a file", () => {
  expect(
    withRelativeLinks('<a href="/guides/errors.html#x">1</a><img src="/a.svg">', "index.html"),
  ).toBe('<a href="./guides/errors.html#x">1</a><img src="./a.svg">');
  expect(
    withRelativeLinks('<a href="/">1</a><script src="/search.js"></script>', "guides/errors.html"),
  ).toBe('<a href="../index.html">1</a><script src="../search.js"></script>');
});

test("addresses of other sites stay", () => {
  const html = '<a href="https://example.org/a">1</a><a href="//example.org/a">2</a>';
  expect(withRelativeLinks(html, "index.html")).toBe(html);
});

test("an empty header cell becomes a plain cell", () => {
  expect(withBetterMarkup('<th></th><th align="left"></th><th>code</th>')).toBe(
    '<td></td><td align="left"></td><th>code</th>',
  );
});

const code = (text: string) => `<code dir="auto">${text}</code>`;

test("short code is marked, long code and code with spaces are not", () => {
  expect(withBetterMarkup(code("@acs-chat/client"))).toBe(
    '<code dir="auto" class="short">@acs-chat/client</code>',
  );
  for (const text of ["a".repeat(19), "npm test"]) {
    expect(withBetterMarkup(code(text))).toBe(code(text));
  }
});
