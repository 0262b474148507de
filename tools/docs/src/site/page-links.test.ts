import { expect, test } from "vitest";
import { withPageLinks } from "./page-links.ts";
import { repositoryUrl } from "./repository.ts";

const slugs = new Map([
  ["docs/client.md", "guides/client"],
  ["packages/client/README.md", "packages/client"],
]);
const linked = (markdown: string) => withPageLinks(markdown, "docs/errors.md", slugs);

test("links to files become links to their pages, with their anchors", () => {
  expect(linked("[Client](client.md#pages) and [`rest`](../packages/client/README.md)")).toBe(
    "[Client](/guides/client.html#pages) and [`rest`](/packages/client.html)",
  );
});

test("a link to a folder leads to the page of its README", () => {
  expect(linked("[client](../packages/client/)")).toBe("[client](/packages/client.html)");
});

test("pictures come from the folder of pictures", () => {
  expect(linked("![A page](images/users.png)")).toBe("![A page](/images/users.png)");
});

test("a link to a file or folder that is not on the site leads to the repository", () => {
  expect(linked("[the `license`](../LICENSE) and [specs](../specs/chat/)")).toBe(
    `[the \`license\`](${repositoryUrl}/blob/main/LICENSE) and [specs](${repositoryUrl}/tree/main/specs/chat)`,
  );
});

test("other sites, anchors and code stay as they are", () => {
  const text =
    "[a](https://example.org) [b](#top) `[c](client.md)`\n\n```ts\n[d](client.md)\n```\n";
  expect(linked(text)).toBe(text);
});

test("a link that leads nowhere is an error with the place", () => {
  expect(() => linked("[gone](gone.md)")).toThrow("docs/errors.md: gone.md leads nowhere");
});
