import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { startEmulator } from "@acs-chat/emulator";
import { chromium } from "playwright-core";
import { HELP, type Options, readArguments, UsageError } from "./arguments.ts";
import { PICTURES } from "./pictures.ts";
import { setScene } from "./scene.ts";

async function take({ out, chromium: executablePath }: Options): Promise<void> {
  if (!existsSync(executablePath)) {
    throw new UsageError(`There is no browser at ${executablePath}. Give --chromium <file>.`);
  }
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

try {
  const options = readArguments(process.argv.slice(2));
  if (options.help) process.stdout.write(HELP);
  else await take(options);
} catch (error) {
  console.error(`screenshots: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
}
