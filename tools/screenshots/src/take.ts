import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startEmulator } from "@acs-chat/emulator";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import type { Options } from "./arguments.ts";
import { PICTURES } from "./pictures.ts";
import { buildReactChat } from "./react-chat.ts";
import { setScene } from "./scene.ts";

/** Takes all pictures and prints their paths. */
export async function take({ out, chromium: executablePath }: Options): Promise<void> {
  mkdirSync(out, { recursive: true });
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars"],
  });
  const shoot: Shoot = async (name, options, show) => {
    const context = await browser.newContext({ ...view, ...options });
    const page = await context.newPage();
    await show(page, async () => {
      await page.evaluate(() => document.fonts.ready);
      const path = join(out, `${name}.png`);
      await page.screenshot({ path, animations: "disabled", caret: "hide" });
      console.log(path);
    });
    await context.close();
  };
  try {
    await takeEmulatorPage(shoot);
    await using reactChat = await buildReactChat();
    await shoot("react-chat", {}, reactChat.show);
    await shoot("react-chat-narrow", { ...narrow, colorScheme: "dark" }, reactChat.show);
  } finally {
    await browser.close();
  }
}

/** Opens a page for `show`, which prepares it and calls `picture` to take the picture. */
type Shoot = (
  name: string,
  options: BrowserContextOptions,
  show: (page: Page, picture: () => Promise<void>) => Promise<void>,
) => Promise<void>;

const view = {
  viewport: { width: 1280, height: 800 },
  deviceScaleFactor: 1.5,
  locale: "en-GB",
  timezoneId: "UTC",
} satisfies BrowserContextOptions;

const narrow = { viewport: { width: 390, height: 800 } } satisfies BrowserContextOptions;

async function takeEmulatorPage(shoot: Shoot): Promise<void> {
  await using emulator = await startEmulator({ seed: {} });
  const scene = await setScene(emulator);
  for (const { name, colorScheme = "light", hash, prepare } of PICTURES) {
    await shoot(name, { colorScheme }, async (page, picture) => {
      await page.goto(`${emulator.endpoint}/_emulator/#/${hash(scene)}`);
      await page.getByText("Running", { exact: true }).waitFor();
      await prepare?.(page, emulator);
      await picture();
    });
  }
}
