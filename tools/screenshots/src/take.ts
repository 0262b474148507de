import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startEmulator } from "@acs-chat/emulator";
import { chromium } from "playwright-core";
import type { Options } from "./arguments.ts";
import { PICTURES } from "./pictures.ts";
import { setScene } from "./scene.ts";

/** Takes all pictures, and prints where each one is. */
export async function take({ out, chromium: executablePath }: Options): Promise<void> {
  mkdirSync(out, { recursive: true });
  await using emulator = await startEmulator({ seed: {} });
  const scene = await setScene(emulator);
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"],
  });
  try {
    for (const { name, colorScheme = "light", hash, prepare } of PICTURES) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        deviceScaleFactor: 1.5,
        colorScheme,
        locale: "en-GB",
        timezoneId: "UTC",
      });
      const page = await context.newPage();
      await page.goto(`${emulator.endpoint}/_emulator/#/${hash(scene)}`);
      await page.getByText("Running", { exact: true }).waitFor();
      await prepare?.(page, emulator);
      await page.evaluate(() => document.fonts.ready);
      const path = join(out, `${name}.png`);
      await page.screenshot({ path, animations: "disabled", caret: "hide" });
      console.log(path);
      await context.close();
    }
  } finally {
    await browser.close();
  }
}
