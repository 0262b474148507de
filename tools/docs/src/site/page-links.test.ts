import { expect, test } from "vitest";
import { withPageLinks } from "./page-links.ts";
import { repositoryUrl } from "./repository.ts";

const slugs = new Map([
  ["docs/client.md", "guides/client"],
  ["packages/client/README.md", "packages/client"],
]);
const linked = (markdown: string) => withPageLinks(markdown, "docs/errors.md", slugs);

test("turns links to files into links to their pages, with their anchors", () => {
  expect(linked("[Client](client.md#pages) and [`rest`](../packages/client/README.md)")).toBe(
    "[Client](/guides/client.html#pages) and [`rest`](/packages/client.html)",
  );
});

test("turns a link to a folder into a link to the page of its README", () => {
  expect(linked("[client](../packages/client/)")).toBe("[client](/packages/client.html)");
});

test("loads pictures from /images", () => {
  expect(linked("![A page](images/users.png)")).toBe("![A page](/images/users.png)");
});

test("turns a link to a file that is not on the site into a link to the repository", () => {
  expect(linked("[the `license`](../LICENSE) and [specs](../specs/chat/)")).toBe(
    `[the \`license\`](${repositoryUrl}/blob/main/LICENSE) and [specs](${repositoryUrl}/tree/main/specs/chat)`,
  );
});

test("keeps links to other sites, anchors and code", () => {
  const text =
    "[a](https://example.org) [b](#top) `[c](client.md)`\n\n```ts\n[d](client.md)\n```\n";
  expect(linked(text)).toBe(text);
});

test("throws an error with the file for a broken link", () => {
  expect(() => linked("[gone](gone.md)")).toThrow("docs/errors.md: broken link gone.md");
});
