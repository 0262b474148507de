import { type Emulator, startEmulator } from "@acs-chat/emulator";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Observation } from "./compare.ts";
import { flatten, normalize } from "./normalize.ts";
import { seen } from "./seen.ts";
import type { Program, Site } from "./site.ts";

/** A user in a scenario. */
export interface Actor {
  readonly name: string;
  readonly userId: string;
  readonly token: string;
}

/** A user with an open page. */
export interface Player extends Actor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Calls an action of the page's program. */
  act(name: string, ...args: readonly string[]): Promise<void>;
  /** Waits until the page's program has received an event `times` times. */
  hears(event: string, times?: number): Promise<void>;
}

/** The global object of a consumer's page. See programs/pages/page.ts. */
interface ConsumerGlobal {
  readonly consumer: {
    readonly actions: Record<string, (...args: readonly string[]) => Promise<void>>;
    readonly heard: { readonly event: string; readonly data: unknown }[];
    readonly state?: () => unknown;
  };
}

/** The timeout of a step in milliseconds. It is long, so that a slow machine does not reach it. */
const stepTimeout = 60_000;

/**
 * Waits for the next second of the clock. The service returns times in whole seconds, but a failed message gets a time
 * in milliseconds from the browser. The library orders by both, so within one second their order depends on timing.
 */
export async function nextSecond({ page }: Player): Promise<void> {
  const second = Math.floor(Date.now() / 1000);
  await page.waitForFunction((past) => Math.floor(Date.now() / 1000) > past, second);
}

/** An emulator with a thread, users with open pages, and a record of what they see. */
export class Stage implements AsyncDisposable {
  readonly observations: Observation[] = [];
  readonly emulator: Emulator;
  readonly #browser: Browser;
  readonly #site: Site;
  readonly #names = new Map<string, string>();
  readonly #uncaught: string[] = [];
  readonly #contexts: BrowserContext[] = [];

  private constructor(emulator: Emulator, browser: Browser, site: Site) {
    this.emulator = emulator;
    this.#browser = browser;
    this.#site = site;
  }

  static async open(browser: Browser, site: Site): Promise<Stage> {
    return new Stage(await startEmulator({ https: true }), browser, site);
  }

  /** Creates a user. Users have the same names in every run. */
  async cast(name: string): Promise<Actor> {
    const { id, token } = await this.emulator.createUser({ name: name.toLowerCase() });
    this.#names.set(id, name);
    return { name, userId: id, token };
  }

  /** Sends a request to the chat REST API as a user, without a client. */
  async request(actor: Actor, method: string, path: string, body?: object): Promise<unknown> {
    const url = `${this.emulator.endpoint}/chat/threads${path}?api-version=2025-03-15`;
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${actor.token}`, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  }

  /** Creates a thread with all actors, who send the given number of messages in turn. Returns its id. */
  async createThread(topic: string, actors: readonly Actor[], messages: number): Promise<string> {
    const participants = actors.map(({ name, userId }) => ({
      communicationIdentifier: { rawId: userId, communicationUser: { id: userId } },
      displayName: name,
    }));
    const { chatThread } = (await this.request(actors[0]!, "POST", "", {
      topic,
      participants,
    })) as { chatThread: { id: string } };
    for (let number = 1; number <= messages; number++) {
      const sender = actors[number % actors.length]!;
      await this.request(sender, "POST", `/${chatThread.id}/messages`, {
        content: `Line ${number}`,
        type: "text",
        senderDisplayName: sender.name,
      });
    }
    return chatThread.id;
  }

  /** Opens a program for a user, in a new browser context. */
  async enter(actor: Actor, program: Program, threadId: string): Promise<Player> {
    const context = await this.#browser.newContext({
      locale: "en-GB",
      timezoneId: "UTC",
      viewport: { width: 1100, height: 800 },
    });
    this.#contexts.push(context);
    context.setDefaultTimeout(stepTimeout);
    const { userId, token, name: displayName } = actor;
    const endpoint = this.emulator.httpsEndpoint;
    await context.addInitScript((settings) => Object.assign(globalThis, { settings }), {
      endpoint,
      token,
      userId,
      displayName,
      threadId,
    });
    // The UI library loads fonts and icons from the internet, which the tests must not do.
    await context.route(/^https?:\/\/(?!localhost|127\.0\.0\.1)/, (route) => route.abort());
    const page = await context.newPage();
    page.on("pageerror", (error) =>
      this.#uncaught.push(`${displayName}: ${error.name}: ${error.message}`),
    );
    await page.goto(this.#site.url(program));
    return {
      ...actor,
      page,
      context,
      act: (name, ...args) =>
        page.evaluate(
          ([action, values]) =>
            (globalThis as unknown as ConsumerGlobal).consumer.actions[action]!(...values),
          [name, args] as const,
        ),
      hears: async (event, times = 1) => {
        await page.waitForFunction(
          ([expected, count]) =>
            (globalThis as unknown as ConsumerGlobal).consumer.heard.filter(
              (one) => one.event === expected,
            ).length >= count,
          [event, times] as const,
        );
      },
    };
  }

  /** Takes a user offline: the browser sends no requests, and open connections are closed. */
  async disconnect({ context, userId }: Player): Promise<void> {
    await context.setOffline(true);
    this.emulator.control.realtime.drop({ userId });
  }

  /** Brings a user back online. */
  async reconnect({ context }: Player): Promise<void> {
    await context.setOffline(false);
  }

  /** Returns the contents of all pages, for the report of a scenario that timed out. */
  async describe(): Promise<string[]> {
    const pages = this.#contexts.flatMap((context) => context.pages());
    const views = pages.map(async (page) => {
      const heard = await page.evaluate(() =>
        (globalThis as unknown as ConsumerGlobal).consumer?.heard
          .slice(-5)
          .map((one) => JSON.stringify(one)),
      );
      return (await page.evaluate(seen)).concat("last heard:", heard ?? []);
    });
    return [
      ...(await Promise.all(views)).flat(),
      ...this.#uncaught.map((error) => `uncaught: ${error}`),
    ];
  }

  /** Records the pages of the players. */
  async observe(at: string, ...players: readonly Player[]): Promise<void> {
    for (const { name, page } of players) {
      // An event can arrive before the response to the request that caused it.
      await page.locator("[data-ui-status=sending]").first().waitFor({ state: "detached" });
      // Moves the mouse away, because some buttons appear only under it.
      await page.mouse.move(0, 0);
      this.record(`${at}: ${name} sees`, await page.evaluate(seen));
    }
  }

  /** Records the events that each program received since its page was loaded, and its state. */
  async observePrograms(at: string, ...players: readonly Player[]): Promise<void> {
    for (const { name, page } of players) {
      const { heard, state } = await page.evaluate(() => {
        const { consumer } = globalThis as unknown as ConsumerGlobal;
        return { heard: consumer.heard, state: consumer.state?.() };
      });
      // Events of the same kind are ordered. The order between kinds depends on the network.
      const kinds = Map.groupBy(heard, ({ event }) => event);
      const lines = [...kinds.keys()]
        .toSorted()
        .flatMap((kind) =>
          kinds
            .get(kind)!
            .flatMap(({ data }, index) => flatten(data ?? null, `${kind} ${index + 1}`)),
        );
      this.record(`${at}: ${name}'s program has heard`, lines);
      if (state !== undefined) this.record(`${at}: ${name}'s state`, flatten(state));
    }
  }

  /** Records uncaught errors. */
  observeErrors(at: string): void {
    // Records the user, the kind of error and its source. The message differs between the clients.
    const kinds = this.#uncaught.map((error) => error.split(": ", 3).join(": "));
    this.record(`${at}: uncaught errors`, kinds.toSorted());
  }

  record(at: string, lines: readonly string[]): void {
    this.observations.push({ at, lines: lines.map((line) => normalize(line, this.#names)) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const context of this.#contexts) await context.close();
    await this.emulator.close();
  }
}
