import { expect, test } from "vitest";
import { pageOf } from "./page.ts";
import { searchEntries } from "./search-data.ts";

function entriesOf(markdown: string) {
  const page = pageOf("docs/client.md", markdown, "guide");
  return searchEntries([{ ...page, markdown: page.body }]);
}

test("splits a page into parts with plain text", () => {
  const entries = entriesOf(
    "# The client\n\nHas **two** [classes](x.md).\n\n## One `call`\n\n```ts\n## no heading\n```\n",
  );
  expect(entries).toEqual([
    {
      url: "guides/client.html",
      title: "The client",
      heading: "",
      text: "Has two classes.",
      kind: "guide",
    },
    {
      url: "guides/client.html#one-call",
      title: "The client",
      heading: "One call",
      text: "## no heading",
      kind: "guide",
    },
  ]);
});

test("gives repeated headings different anchors", () => {
  const urls = entriesOf("# A\n\nx\n\n## B\n\nx\n\n## B\n\nx\n").map(({ url }) => url);
  expect(urls).toEqual(["guides/client.html", "guides/client.html#b", "guides/client.html#b-1"]);
});
