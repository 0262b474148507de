/** The hooks in a real browser: StrictMode, real time over a real socket, and no tearing while React yields. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { missingChromium, sharedChromium } from "@acs-chat/chromium";
import { startEmulator } from "@acs-chat/emulator";
import { build } from "esbuild";
import { expect, test } from "vitest";

/** Serves the page's program only. */
async function servePage() {
  const { outputFiles } = await build({
    entryPoints: [new URL("page/main.tsx", import.meta.url).pathname],
    bundle: true,
    format: "esm",
    platform: "browser",
    jsx: "automatic",
    write: false,
    // The React version of this test run.
    ...(process.env["REACT_FOLDER"] && {
      alias: {
        react: `${process.env["REACT_FOLDER"]}/react`,
        "react-dom": `${process.env["REACT_FOLDER"]}/react-dom`,
      },
    }),
  });
  const script = outputFiles[0]!.text;
  const server = createServer(({ url }, response) => {
    response.setHeader("Content-Type", url === "/main.js" ? "text/javascript" : "text/html");
    const page = `<!doctype html><meta charset="utf-8"><div id="root"></div><script type="module" src="/main.js"></script>`;
    response.end(url === "/main.js" ? script : page);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

test.skipIf(missingChromium())(
  "shows live messages, and never mixes two states in a render",
  async () => {
    await using emulator = await startEmulator();
    await using site = await servePage();
    const context = await (await sharedChromium()).newContext();
    try {
      const { id, token } = await emulator.createUser();
      const request = (path: string, body: object) =>
        fetch(`${emulator.endpoint}/chat/threads${path}?api-version=2025-03-15`, {
          method: "POST",
          headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
          body: JSON.stringify(body),
        });
      const made = await request("", { topic: "Lunch" });
      const { chatThread } = (await made.json()) as { chatThread: { id: string } };
      const page = await context.newPage();
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (one) => {
        if (one.type() === "error" && !one.text().includes("favicon")) problems.push(one.text());
      });
      await page.addInitScript((settings) => Object.assign(globalThis, { settings }), {
        endpoint: emulator.endpoint,
        token,
        userId: id,
        threadId: chatThread.id,
      });
      await page.goto(site.url);
      await page.getByText("Lunch connected").waitFor();
      expect(await page.getByTestId("version").textContent()).toBe(
        process.env["REACT_VERSION"] ?? "19",
      );
      const say = (content: string) => request(`/${chatThread.id}/messages`, { content });
      // A transition that is long enough for React to yield while messages arrive.
      await page.getByRole("button", { name: "Show" }).click();
      for (let number = 1; number <= 10; number += 1) await say(`Number ${number}`);
      await page.getByText("Number 10").waitFor();
      await page.getByTestId("slow").nth(9).waitFor();
      await page.waitForFunction(
        () => document.querySelector("[data-testid=slow]")?.textContent === "10 texts",
      );
      const torn = await page.evaluate(() => (globalThis as unknown as { torn: string[] }).torn);
      expect(torn).toEqual([]);
      await page.getByRole("button", { name: "Send" }).click();
      await page.locator("[data-status=sent]", { hasText: "From the page" }).waitFor();
      expect(problems).toEqual([]);
    } finally {
      await context.close();
    }
  },
);
