import type { Browser } from "playwright-core";
import type { Observation } from "./compare.ts";
import { playBotAdapter } from "./bot-adapter.ts";
import { playComposite } from "./composite.ts";
import { playHooks } from "./hooks.ts";
import type { Program, Site } from "./site.ts";
import { Stage } from "./stage.ts";

/** The result of a scenario with one client. */
export interface Played {
  readonly observations: readonly Observation[];
  /** The error and the content of the pages if the scenario timed out; undefined if it completed. */
  readonly stuck?: readonly string[];
}

const scenarios: Record<Program, (stage: Stage) => Promise<void>> = {
  composite: playComposite,
  hooks: playHooks,
  "bot-adapter": playBotAdapter,
};

/** Runs a program's scenario on a new emulator. */
export async function play(program: Program, browser: Browser, site: Site): Promise<Played> {
  await using stage = await Stage.open(browser, site);
  const { observations } = stage;
  try {
    await scenarios[program](stage);
    return { observations };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { observations, stuck: [...reason.split("\n"), ...(await stage.describe())] };
  }
}
