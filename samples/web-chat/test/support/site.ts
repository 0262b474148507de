import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createTabs } from "@acs-chat/chromium/tabs";
import {
  type Emulator,
  type EmulatorOptions,
  type MessageRecord,
  startEmulator,
} from "@acs-chat/emulator";
import type { Page } from "playwright-core";
import { build, preview } from "vite";
import { lobbyPlugin } from "../../server/plugin.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The built page. */
export interface Built extends AsyncDisposable {
  readonly folder: string;
}

/** Builds the page as `pnpm build` does, but in test mode and into a temporary folder. */
export async function buildPage(): Promise<Built> {
  const folder = await mkdtemp(join(tmpdir(), "web-chat-"));
  await build({
    root,
    mode: "test",
    logLevel: "silent",
    build: { outDir: folder, emptyOutDir: true },
  });
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

/** The served page and its emulator. */
export interface Site extends AsyncDisposable {
  readonly address: string;
  readonly emulator: Emulator;
  /** Replaces the emulator by another one at the same address. */
  use(emulator: Emulator): void;
  /** Opens the page without joining. */
  open(viewport?: { width: number; height: number }): Promise<Visit>;
  /** Opens the page and joins with a name. */
  enter(name: string, viewport?: { width: number; height: number }): Promise<Visit>;
  /** Closes all pages. */
  leave(): Promise<void>;
  /** Sends a message as the host. */
  say(content: string): Promise<void>;
  /** Adds messages to the lobby unchecked, so that tests can add ones that the service would reject. */
  plant(contents: readonly Planted[]): Promise<void>;
}

export interface Planted {
  readonly message: string;
  readonly type?: "text" | "html";
  readonly senderDisplayName?: string;
}

const tabs = createTabs();
/** The port of all sites, so that the browser loads the files of the page once. */
let port = 0;

/** Serves a built page on a new emulator. */
export async function openSite(folder: string, options: EmulatorOptions = {}): Promise<Site> {
  const pages: Page[] = [];
  let emulator = await startEmulator({ seed: {}, ...options });
  const server = await preview({
    root,
    configFile: false,
    logLevel: "silent",
    plugins: [
      lobbyPlugin(() =>
        Promise.resolve({
          endpoint: emulator.endpoint,
          createUser: () => emulator.createUser(),
          createToken: async (id) => (await emulator.createToken(id)).token,
          close: () => Promise.resolve(),
        }),
      ),
    ],
    build: { outDir: folder },
    preview: { port, strictPort: true, host: "127.0.0.1" },
  });
  ({ port } = server.httpServer.address() as AddressInfo);
  const address = `http://127.0.0.1:${port}/`;

  const open: Site["open"] = async (viewport = { width: 800, height: 600 }) => {
    const page = await tabs.take();
    pages.push(page);
    await page.setViewportSize(viewport);
    const problems: string[] = [];
    page.on("pageerror", (error) => problems.push(String(error)));
    page.on("dialog", (dialog) => {
      problems.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on("request", (request) => {
      const ours = [address, `${emulator.endpoint}/`, "blob:", "data:"];
      if (!ours.some((start) => request.url().startsWith(start))) {
        problems.push(`request to ${request.url()}`);
      }
    });
    await page.goto(address);
    return { page, problems };
  };
  const say: Site["say"] = async (content) => {
    const { threads, participants } = emulator.control.state();
    const { token } = await emulator.createToken(participants[0]!.userId);
    const path = `/chat/threads/${threads[0]!.id}/messages?api-version=2025-03-15`;
    const response = await fetch(emulator.endpoint + path, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ content, senderDisplayName: "Host" }),
    });
    if (response.status !== 201) throw new Error(await response.text());
  };
  const leave: Site["leave"] = async () => {
    for (const page of pages.splice(0)) await tabs.giveBack(page);
  };
  return {
    address,
    get emulator() {
      return emulator;
    },
    use: (other) => void (emulator = other),
    open,
    async enter(name, viewport) {
      const visit = await open(viewport);
      const { page } = visit;
      await page.getByRole("textbox", { name: "Your name" }).fill(name);
      await page.getByRole("button", { name: "Join" }).click();
      await page.getByText("Live", { exact: true }).waitFor();
      return visit;
    },
    leave,
    say,
    async plant(contents) {
      if (emulator.control.state().threads.length === 0) {
        await fetch(`${address}api/enter`, { method: "POST", body: '{"name":"First"}' });
      }
      await say("Before what was planted");
      plantInto(emulator, contents);
    },
    async [Symbol.asyncDispose]() {
      await leave();
      await server.close();
      await emulator.close();
    },
  };
}

function plantInto(emulator: Emulator, contents: readonly Planted[]): void {
  const snapshot = emulator.control.snapshot();
  const { threads, messages } = snapshot.state;
  const first = messages.at(-1)!;
  const planted = contents.map((content, index): MessageRecord => {
    const id = first.id + index + 1;
    const sequence = first.sequence + index + 1;
    return { ...first, ...content, id, version: id, createdOn: id, sequence };
  });
  const { version: lastVersion, sequence: lastSequence } = planted.at(-1)!;
  emulator.control.restore({
    ...snapshot,
    state: {
      ...snapshot.state,
      threads: [{ ...threads[0]!, lastVersion, lastSequence }],
      messages: [...messages, ...planted],
    },
  });
}
