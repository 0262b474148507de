import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { missingChromium } from "@acs-chat/chromium";
import type { Emulator } from "@acs-chat/emulator";
import * as fc from "fast-check";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openPage, openThread } from "./support/page.ts";
import { plantMessages } from "./support/plant.ts";

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
  `<svg><style><img src=x onerror=pwned=1></style></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=pwned=1&gt;">`,
  `<a href="javascript:pwned=1">click</a>`,
  `<a href=" &#106;ava&#10;script:pwned=1">click</a>`,
  `<a href="data:text/html,<script>pwned=1</script>">click</a>`,
  `<iframe srcdoc="<script>parent.pwned=1</script>"></iframe>`,
  `<form action="https://evil.example"><button formaction="javascript:pwned=1">go</button></form>`,
  `<div style="position:fixed;inset:0;background:red;z-index:9999">over all</div>`,
  `<style>body{display:none}</style>`,
  `<link rel=stylesheet href="https://evil.example/x.css"><meta http-equiv=refresh content="0;url=https://evil.example">`,
  `<base href="https://evil.example/"><details open ontoggle=pwned=1>x</details>`,
  `<input autofocus onfocus="pwned=1"><video><source onerror="pwned=1"></video>`,
  `<b><i><table><tr></b></td></div></p><li><h1>broken`,
  `<p id="app" name="main" class="rail">named</p>`,
  `<template><img src=x onerror=pwned=1></template><noscript><img src=x onerror=pwned=1></noscript>`,
  `${"<b>".repeat(3000)}deep`,
  `<table><td>${"wide".repeat(500)}`,
];

const plant = (emulator: Emulator, contents: readonly string[], type: "html" | "text"): void =>
  plantMessages(
    emulator,
    contents.map((message) => ({ message, type })),
  );

/** Returns the rendered messages from which DOMPurify would remove something. */
async function leftovers(page: Page): Promise<string[]> {
  const shown = await page.locator(".html").evaluateAll((all) => all.map((one) => one.innerHTML));
  const judge = await page.context().newPage();
  await judge.addScriptTag({ content: purify });
  const removed = await judge.evaluate((htmls) => {
    const { DOMPurify } = globalThis as unknown as {
      DOMPurify: { removed: object[]; sanitize(html: string, options: object): string };
    };
    return htmls.flatMap((html) => {
      DOMPurify.sanitize(html, { ADD_ATTR: ["target"] });
      return DOMPurify.removed.length === 0 ? [] : [html];
    });
  }, shown);
  await judge.close();
  return removed;
}

// The page's policy also applies to the document in which messages are parsed. Chromium logs what it blocks there.
const BLOCKED = /^(?:Executing inline|Applying inline style|Setting the document's base URI)/;
const unforeseen = (problems: readonly string[]): string[] =>
  problems.filter((problem) => !BLOCKED.test(problem));

const noHarm = async (page: Page): Promise<void> => {
  expect(await page.evaluate(() => "pwned" in globalThis)).toBe(false);
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll("main, .pane, .virtual, .thread-bar, .rail, .thread-list")]
      .filter((one) => one.scrollWidth > one.clientWidth + 1)
      .map((one) => {
        const right = one.getBoundingClientRect().right;
        const culprits = [...one.querySelectorAll("*")].filter(
          (part) => part.getBoundingClientRect().right > right + 1,
        );
        return [one, ...culprits].map((part) => `${part.localName}.${part.className}`).join(" ");
      }),
  );
  expect(wide).toEqual([]);
  await page.getByRole("link", { name: "Users" }).click({ trial: true });
};

describe.skipIf(missingChromium())("hostile content", () => {
  test("in an HTML message cannot run code, load resources or cover the page", async () => {
    await using fixture = await openPage({}, { width: 1280, height: 5000 });
    const { page } = fixture;
    plant(fixture.emulator, HOSTILE, "html");
    await openThread(page);
    await page.locator(".virtual li").nth(HOSTILE.length).waitFor();
    const planted = page.locator(".html");
    await expect.poll(() => planted.count()).toBe(HOSTILE.length);
    const text = (await planted.allTextContents()).join(" ");
    for (const word of ["after", "click", "over all", "broken", "named", "deep"]) {
      expect(text).toContain(word);
    }
    expect(text).not.toContain("pwned");
    for (const link of await planted.locator("a").all()) await link.click();
    await noHarm(page);
    expect(await leftovers(page)).toEqual([]);
    expect(unforeseen(fixture.problems)).toEqual([]);
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
      `id=app`,
    );
    const part = fc.oneof(
      fc
        .tuple(name, fc.array(attribute, { maxLength: 3 }))
        .map(([n, a]) => `<${[n, ...a].join(" ")}>`),
      name.map((n) => `</${n}>`),
      fc.constantFrom("<!--", "-->", "<![CDATA[", "]]>", "&lt;script&gt;", "<", '"', "text"),
      fc.string({ maxLength: 6 }),
    );
    const soup = fc.array(part, { minLength: 1, maxLength: 25 }).map((parts) => parts.join(""));
    await using fixture = await openPage({}, { width: 1280, height: 12_000 });
    plant(fixture.emulator, fc.sample(soup, { numRuns: 120, seed: 20261123 }), "html");
    await openThread(fixture.page);
    await fixture.page.locator(".virtual li").nth(120).waitFor();
    expect(await leftovers(fixture.page)).toEqual([]);
    await noHarm(fixture.page);
    expect(unforeseen(fixture.problems)).toEqual([]);
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
    await using fixture = await openPage({}, { width: 1280, height: 3000 });
    const { page } = fixture;
    plant(fixture.emulator, texts, "text");
    await openThread(page);
    await page.getByText("<script>pwned=1</script>").waitFor();
    const bubbles = page.locator(".bubble");
    const heights = await bubbles.evaluateAll((all) => all.map((one) => one.clientHeight));
    expect(Math.max(...heights)).toBeLessThan(300);
    await page.getByRole("button", { name: "Show all" }).first().click();
    await page.getByRole("button", { name: "Show less" }).waitFor();
    const hebrew = bubbles.filter({ hasText: "מה שלומך" });
    expect(await hebrew.evaluate((one) => getComputedStyle(one).direction)).toBe("rtl");
    await noHarm(page);
    expect(unforeseen(fixture.problems)).toEqual([]);
  });

  test("in topics and names is shown as text", async () => {
    const evil = `<img src=x onerror=pwned=1>\u202E${"Lorem".repeat(60)}`;
    await using fixture = await openPage({
      seed: {
        users: [{ name: "alice" }, { name: evil.slice(0, 60) }],
        threads: [
          {
            topic: evil,
            createdBy: "alice",
            participants: ["alice", { user: evil.slice(0, 60), displayName: evil }],
            messages: [{ from: evil.slice(0, 60), content: "hi", senderDisplayName: evil }],
          },
        ],
      },
    });
    const { page } = fixture;
    await openThread(page, "onerror");
    await page.getByText("hi", { exact: true }).waitFor();
    await noHarm(page);
    await page.getByRole("button", { name: "2 participants" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    await page.keyboard.press("Escape");
    for (const view of ["Requests", "Users", "Controls", "Data"]) {
      await page.getByRole("link", { name: view }).click();
      await noHarm(page);
    }
    expect(unforeseen(fixture.problems)).toEqual([]);
  });
});
