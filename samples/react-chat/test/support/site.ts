import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTabs } from "@acs-chat/chromium/tabs";
import { type Emulator, type EmulatorOptions, startEmulator } from "@acs-chat/emulator";
import type { Page } from "playwright-core";
import { build, preview } from "vite";
import { serverPlugin } from "../../server/plugin.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The built application. */
export interface Built extends AsyncDisposable {
  readonly folder: string;
}

/** Builds the application as `pnpm build` does, but in test mode and into a temporary folder. */
export async function buildApp(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), "react-chat-"));
  // With vitest's NODE_ENV "test", the build would contain React's development build, which is many times slower.
  const { NODE_ENV } = process.env;
  process.env["NODE_ENV"] = "production";
  await build({
    root,
    mode: "test",
    logLevel: "silent",
    build: { outDir: folder, emptyOutDir: true },
  });
  process.env["NODE_ENV"] = NODE_ENV;
  return {
    folder,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A browser page that shows the sample. */
export interface Visit {
  readonly page: Page;
  /** Errors, and requests to other hosts than the page's server and the emulator. */
  readonly problems: string[];
}

export interface View {
  readonly width?: number;
  readonly height?: number;
}

/** The served application and its emulator. */
export interface Site extends AsyncDisposable {
  readonly emulator: Emulator;
  /** Replaces the emulator by another one at the same address. */
  use(emulator: Emulator): void;
  open(view?: View): Promise<Visit>;
  /** Signs in with a name and opens a conversation. */
  enter(name: string, topic: string, view?: View): Promise<Visit>;
}

const tabs = createTabs({ locale: "en-GB" });
/** The port of all sites, so that the browser loads the files of the application once. */
let port = 0;

/** Serves a built application on a new emulator. */
export async function openSite(folder: string, options: EmulatorOptions = {}): Promise<Site> {
  const pages: Page[] = [];
  let emulator = await startEmulator({ seed: {}, ...options });
  const open = async () => ({
    endpoint: emulator.endpoint,
    isNew: true,
    createUser: async () => (await emulator.createUser()).id,
    createToken: async (userId: string) => (await emulator.createToken(userId)).token,
    close: () => Promise.resolve(),
  });
  const server = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [serverPlugin(open)],
    build: { outDir: folder },
    preview: { port, strictPort: true, host: "127.0.0.1" },
  });
  ({ port } = server.httpServer.address() as AddressInfo);
  const address = `http://127.0.0.1:${port}/`;
  const site: Site = {
    get emulator() {
      return emulator;
    },
    use: (other) => void (emulator = other),
    async open({ width = 1280, height = 800 } = {}) {
      const page = await tabs.take();
      pages.push(page);
      await page.setViewportSize({ width, height });
      const problems: string[] = [];
      page.on("pageerror", (error) => problems.push(String(error)));
      page.on("console", (message) => {
        // React reports mistakes in its use here; the browser reports failed requests, which tests cause.
        if (message.type() === "error" && !/Failed to load|WebSocket/.test(message.text())) {
          problems.push(message.text());
        }
      });
      page.on("request", (request) => {
        const known = [address, `${emulator.endpoint}/`, "blob:", "data:"];
        if (!known.some((start) => request.url().startsWith(start))) {
          problems.push(`request to ${request.url()}`);
        }
      });
      await page.goto(address);
      return { page, problems };
    },
    async enter(name, topic, view) {
      const visit = await site.open(view);
      const { page } = visit;
      await page.getByRole("textbox", { name: "Your name" }).fill(name);
      await page.getByRole("button", { name: "Join" }).click();
      await page.getByRole("button", { name: new RegExp(topic) }).click();
      await page.getByRole("heading", { name: topic }).waitFor();
      await page.getByText(`${name} joined`).waitFor();
      return visit;
    },
    async [Symbol.asyncDispose]() {
      for (const page of pages) await tabs.giveBack(page);
      await server.close();
      await emulator.close();
    },
  };
  return site;
}
