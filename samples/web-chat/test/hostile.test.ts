import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { missingChromium } from "@acs-chat/chromium";
import * as fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { openSite, type Planted } from "./support/site.ts";

const built = inject("built");

const purify = readFileSync(
  createRequire(import.meta.url)
    .resolve("dompurify")
    .replace(/purify\.[^/]*$/, "purify.min.js"),
  "utf8",
);

/** HTML that sets `pwned` if it can run code, loads a resource, or breaks the layout. */
const HOSTILE = [
  `<script>pwned=1</script>after`,
  `<img src=x onerror="pwned=1">`,
  `<img src="https://tracker.example/pixel.png">`,
  `<svg onload="pwned=1"><animate onbegin="pwned=1" attributeName=x dur=1s></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned=1&gt;">`,
  `<a href="javascript:pwned=1">click</a>`,
  `<a href=" &#106;ava&#10;script:pwned=1">click</a>`,
  `<a href="data:text/html,<script>pwned=1</script>">click</a>`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  `<form action="https://evil.example"><button formaction="javascript:pwned=1">go</button></form>`,
  `<div style="position:fixed;inset:0;background:red;z-index:9999">over all</div>`,
  `<style>body{display:none}</style>`,
  `<link rel=stylesheet href="https://evil.example/x.css"><base href="https://evil.example/">`,
  `<input autofocus onfocus="pwned=1"><video><source onerror="pwned=1"></video>`,
  `<b><i><table><tr></b></td></div></p><li><h1>broken`,
  `<p id="room" name="door" class="system">named</p>`,
  `<template><img src=x onerror=pwned=1></template><noscript><img src=x onerror=pwned=1></noscript>`,
  `${"<b>".repeat(3000)}deep`,
  `<table><td>${"wide".repeat(500)}`,
  `<pre>${"long ".repeat(300)}</pre>`,
];

const html = (messages: readonly string[]): Planted[] =>
  messages.map((message) => ({ message, type: "html" }));

/** Returns the rendered messages from which DOMPurify would remove something. */
async function leftovers(page: Page): Promise<string[]> {
  const shown = await page.locator(".text").evaluateAll((all) => all.map((one) => one.innerHTML));
  const judge = await page.context().newPage();
  await judge.addScriptTag({ content: purify });
  const removed = await judge.evaluate((htmls) => {
    const { DOMPurify } = globalThis as unknown as {
      DOMPurify: { removed: object[]; sanitize(html: string, options: object): string };
    };
    return htmls.flatMap((one) => {
      DOMPurify.sanitize(one, { ADD_ATTR: ["target"] });
      return DOMPurify.removed.length === 0 ? [] : [one];
    });
  }, shown);
  await judge.close();
  return removed;
}

/** Expects that no script ran, no element is wider than its container, and the page can still be used. */
async function noHarm(page: Page): Promise<void> {
  expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
  const wide = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll("main, #room, #messages, .text")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => `${one.localName}#${one.id} ${one.innerHTML.slice(0, 80)}`),
  );
  expect(wide).toEqual([]);
  await page.getByRole("button", { name: "Send" }).click({ trial: true });
  expect(await page.title()).toBe("Web chat");
}

describe.skipIf(missingChromium())("hostile content", () => {
  test("in an HTML message cannot run code, load resources or cover the page", async () => {
    await using site = await openSite(built);
    await site.plant(html(HOSTILE));
    const { page, problems } = await site.enter("Ada");
    await page.getByText("deep").waitFor();
    const text = (await page.locator(".text").allTextContents()).join(" ");
    for (const word of ["after", "click", "over all", "broken", "named", "deep", "wide"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toContain("pwned");
    expect(
      await page.locator(".text a").evaluateAll((all) => all.map((one) => one.outerHTML)),
    ).toEqual(["<a>click</a>", "<a>click</a>", "<a>click</a>"]);
    await noHarm(page);
    expect(await leftovers(page)).toEqual([]);
    expect(problems).toEqual([]);
  });

  test("generated at random is rendered without anything that DOMPurify would remove", async () => {
    const name = fc.constantFrom(
      ..."a b p div svg math style script img iframe form input table td template noscript select option textarea title xmp foreignobject mtext annotation-xml custom-x".split(
        " ",
      ),
    );
    const attribute = fc.constantFrom(
      `href="javascript:pwned=1"`,
      `href=https://ok.example`,
      `onclick=pwned=1`,
      `onerror="pwned=1"`,
      `src=x`,
      `style="position:fixed"`,
      `xlink:href="data:text/html,x"`,
      `title="--><img src=x onerror=pwned=1>"`,
      `id=room`,
    );
    const part = fc.oneof(
      fc
        .tuple(name, fc.array(attribute, { maxLength: 3 }))
        .map(([tag, attributes]) => `<${[tag, ...attributes].join(" ")}>`),
      name.map((tag) => `</${tag}>`),
      fc.constantFrom("<!--", "-->", "<![CDATA[", "]]>", "&lt;script&gt;", "<", '"', "text"),
      fc.string({ maxLength: 6 }),
    );
    const soup = fc.array(part, { minLength: 1, maxLength: 25 }).map((parts) => parts.join(""));
    await using site = await openSite(built);
    await site.plant(html(fc.sample(soup, { numRuns: 110, seed: 20261123 })));
    const { page, problems } = await site.enter("Ada", { width: 800, height: 20_000 });
    await expect.poll(() => page.locator("#messages > li").count()).toBeGreaterThan(110);
    expect(await leftovers(page)).toEqual([]);
    await noHarm(page);
    expect(problems).toEqual([]);
  });

  test("in a text message is shown as text, and stays inside its message", async () => {
    const texts = [
      `<script>pwned=1</script>`,
      "😀".repeat(7168),
      "שלום עולם, hello — \u202Egnp.exe\u202C end",
      "מה שלומך היום?",
      "x".repeat(20_000),
      "\u0000\u0007 Z\u0351\u0327\u0330algo\u0300\u0301\u0302",
    ];
    await using site = await openSite(built);
    await site.plant(texts.map((message) => ({ message })));
    const { page, problems } = await site.enter("Ada");
    await page.getByText("<script>pwned=1</script>").waitFor();
    await page.getByText("😀😀😀").waitFor();
    const hebrew = page.locator(".text", { hasText: "מה שלומך" });
    expect(await hebrew.evaluate((one) => getComputedStyle(one).direction)).toBe("rtl");
    await noHarm(page);
    expect(problems).toEqual([]);
  });

  test("in topics and names is shown as text", async () => {
    const evil = `<img src=x onerror=pwned=1>\u202E${"Lorem".repeat(60)}`;
    await using site = await openSite(built);
    await site.plant([{ message: "hi", senderDisplayName: evil }]);
    const { threads, participants } = site.emulator.control.state();
    const { token } = await site.emulator.createToken(participants[0]!.userId);
    const response = await fetch(
      `${site.emulator.endpoint}/chat/threads/${threads[0]!.id}?api-version=2025-03-15`,
      {
        method: "PATCH",
        headers: {
          Authorization: `Bearer ${token}`,
          "Content-Type": "application/merge-patch+json",
        },
        body: JSON.stringify({ topic: evil }),
      },
    );
    expect(response.status).toBe(204);
    const ada = await site.enter("Ada");
    await ada.page.locator(".name", { hasText: "onerror" }).waitFor();
    await ada.page.getByText("The topic is <img src=x onerror=pwned=1>").waitFor();
    const eve = await site.enter(evil.slice(0, 100));
    await eve.page.getByRole("textbox", { name: "Message" }).fill("x");
    await ada.page.locator("#typing", { hasText: "onerror" }).waitFor();
    for (const { page, problems } of [ada, eve]) {
      await noHarm(page);
      expect(problems).toEqual([]);
    }
  });

  test("in a name does not reverse the text around it", async () => {
    await using site = await openSite(built);
    const ada = await site.enter("Ada");
    const eve = await site.enter("\u202Elive\u2069\u202E");
    await ada.page.getByText("joined").last().waitFor();
    await eve.page.getByRole("textbox", { name: "Message" }).fill("x");
    await ada.page.locator("#typing", { hasText: "is typing" }).waitFor();
    /** Returns the horizontal position of each letter. */
    const places = (selector: string, words: string) =>
      ada.page
        .locator(selector, { hasText: words })
        .last()
        .evaluate((element, wanted) => {
          const text = [...element.childNodes].findLast(
            (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.includes(wanted),
          )!;
          const start = text.textContent!.indexOf(wanted);
          return Array.from(wanted, (_, index) => {
            const range = document.createRange();
            range.setStart(text, start + index);
            range.setEnd(text, start + index + 1);
            return range.getBoundingClientRect().left;
          });
        }, words);
    for (const found of [
      await places(".system .text", "joined"),
      await places("#typing", "is typing"),
    ]) {
      expect(found).toEqual(found.toSorted((left, right) => left - right));
      expect(new Set(found).size).toBe(found.length);
    }
  });
});
