import type { Health, IdentityRecord } from "@acs-chat/emulator";
import { createStore, type Store } from "../lib/store.ts";
import { control, type ThreadOverview } from "./control.ts";
import { follow } from "./event-stream.ts";

/** What the page knows of the emulator. */
export interface World {
  /** Undefined until the emulator was heard of for the first time. */
  readonly health: Health | undefined;
  readonly users: readonly IdentityRecord[];
  readonly threads: readonly ThreadOverview[];
  /** Names of users, by raw id. */
  readonly names: ReadonlyMap<string, string>;
}

/** Whether the emulator answers. */
export type Reach = "connecting" | "online" | "lost";

/** The emulator as the page sees it, kept up to date. */
export interface Emulator {
  readonly world: Store<World>;
  readonly reach: Store<Reach>;
  /** Rises when everything may have changed: after a reset, a restore, a lost connection. */
  readonly epoch: Store<number>;
  /** What was changed last through the control API: its path, and a number that rises. */
  readonly controlled: Store<{ readonly path: string; readonly number: number }>;
  refresh(): Promise<void>;
}

/** Paths of the control API after which nothing is sure any more. */
const REPLACING = /\/(?:reset|snapshot)$/;
/** Domain events that change what the list of threads shows. */
const OVERVIEW = /^(?:chatThread|participants|chatMessageReceived)/;
/** Milliseconds in which several changes are read as one. */
const GATHER = 120;

/** Starts to follow the emulator. */
export function followEmulator(signal: AbortSignal): Emulator {
  const world = createStore<World>({ health: undefined, users: [], threads: [], names: new Map() });
  const reach = createStore<Reach>("connecting");
  const epoch = createStore(0);
  const controlled = createStore({ path: "", number: 0 });

  const refresh = async (): Promise<void> => {
    const [health, users, threads] = await Promise.all([
      control.health(),
      control.users(),
      control.threads(),
    ]);
    world.set({ health, users, threads, names: namesOf(users, threads) });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      // What cannot be reached is tried again by the stream, which then refreshes.
      refresh().catch(() => undefined);
    }, GATHER);
  };

  // Not only when the stream is there: the sooner, the sooner something is to be seen.
  refresh().catch(() => undefined);
  void follow(
    "/_emulator/events",
    {
      onEvent({ event, data }) {
        if (event === "hello") {
          const before = reach.value;
          refresh().then(
            () => {
              reach.set("online");
              if (before === "lost") epoch.set(epoch.value + 1);
            },
            () => reach.set("lost"),
          );
        } else if (event === "control") {
          const { path } = JSON.parse(data) as { path: string };
          refreshSoon();
          controlled.set({ path, number: controlled.value.number + 1 });
          if (REPLACING.test(path)) epoch.set(epoch.value + 1);
        } else if (event === "chat") {
          const { type } = JSON.parse(data) as { type: string };
          if (OVERVIEW.test(type)) refreshSoon();
        }
      },
      onLost: () => reach.set("lost"),
    },
    signal,
  );
  return { world, reach, epoch, controlled, refresh };
}

function namesOf(
  users: readonly IdentityRecord[],
  threads: readonly ThreadOverview[],
): Map<string, string> {
  const names = new Map<string, string>();
  for (const { participants } of threads) {
    for (const { userId, displayName } of participants) {
      if (displayName) names.set(userId, displayName);
    }
  }
  for (const { id, name } of users) if (name) names.set(id, capitalize(name));
  return names;
}

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** What to call a user: the name, or the end of the id. */
export function nameOf(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? (id.length > 12 ? `…${id.slice(-8)}` : id);
}
