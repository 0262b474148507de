import type { Health, IdentityRecord } from "@acs-chat/emulator";
import { createStore, type Store } from "../lib/store.ts";
import { control, type ThreadOverview } from "./control.ts";
import { follow } from "./event-stream.ts";

/** The page's copy of the emulator's state. */
interface World {
  /** Undefined until the first response. */
  readonly health: Health | undefined;
  readonly users: readonly IdentityRecord[];
  /** The threads with the latest messages, and those that `seek` has loaded. */
  readonly threads: readonly ThreadOverview[];
  /** Names of users, by raw id. */
  readonly names: ReadonlyMap<string, string>;
  /** Hues of users in degrees, by raw id. The same seed results in the same hues. */
  readonly hues: ReadonlyMap<string, number>;
}

/** Whether the page can reach the emulator. */
export type Reach = "connecting" | "online" | "lost";

/** The emulator's state, kept current by events. */
export interface Emulator {
  readonly world: Store<World>;
  readonly reach: Store<Reach>;
  /** Increases when everything may have changed: after a reset, a restore or a lost connection. */
  readonly epoch: Store<number>;
  /** The path of the last change through the control API, with an increasing number. */
  readonly controlled: Store<{ readonly path: string; readonly number: number }>;
  refresh(): Promise<void>;
  /** Loads older threads that contain a text, such as a thread's id. */
  seek(purpose: "filter" | "open", text: string): void;
}

/** Paths of the control API that replace the whole state. */
const REPLACING = /\/(?:reset|snapshot)$/;
/** Events after which the threads must be loaded again. Events of messages contain the changed data. */
const OVERVIEW = /^(?:chatThread|participants)/;
/** Changes within this time, in milliseconds, result in one refresh. */
const GATHER = 120;

interface ChatEvent {
  readonly type: string;
  readonly threadId: string;
  /** Only for new messages. */
  readonly lastMessageOn?: number;
}

/** Loads the emulator's state, and updates it from the emulator's events until the signal is aborted. */
export function followEmulator(signal: AbortSignal): Emulator {
  const world = createStore<World>({
    health: undefined,
    users: [],
    threads: [],
    names: new Map(),
    hues: new Map(),
  });
  const reach = createStore<Reach>("connecting");
  const epoch = createStore(0);
  const controlled = createStore({ path: "", number: 0 });

  /** The times of new messages that `world` does not contain yet, by thread. */
  const heard = new Map<string, number>();
  const sought = new Map<string, string>();
  let reading = 0;
  const showHeard = (): void => {
    // A pending response may be older than these messages. They are applied after it.
    if (reading > 0 || heard.size === 0) return;
    const { health, threads } = world.value;
    const now = new Date(Math.max(...heard.values())).toISOString();
    world.set({
      ...world.value,
      health: health && { ...health, now },
      threads: withMessages(threads, heard),
    });
    heard.clear();
  };
  const refresh = async (): Promise<void> => {
    reading += 1;
    try {
      const [health, users, latest] = await Promise.all([
        control.health(),
        control.users(),
        control.threads(),
      ]);
      const texts = health.threads > latest.length ? [...sought.values()] : [];
      const older = await Promise.all(texts.map((text) => control.threads(text)));
      const threads = [
        ...new Map([latest, ...older].flat().map((one) => [one.id, one])).values(),
      ].toSorted(byLatestMessage);
      world.set({ health, users, threads, names: namesOf(users, threads), hues: huesOf(users) });
    } finally {
      reading -= 1;
      showHeard();
    }
  };
  // If the emulator cannot be reached, the event stream reconnects, and the state is refreshed then.
  const refreshSoon = gather(() => refresh().catch(() => undefined));
  const showSoon = gather(showHeard);

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
          // Event Grid deliveries do not change users or threads.
          if (!path.endsWith("/event-grid")) refreshSoon();
          controlled.set({ path, number: controlled.value.number + 1 });
          if (!REPLACING.test(path)) return;
          heard.clear();
          epoch.set(epoch.value + 1);
        } else if (event === "loss") {
          // Events were lost, so anything may have changed.
          refreshSoon();
          heard.clear();
          epoch.set(epoch.value + 1);
        } else if (event === "chat") {
          const { type, threadId, lastMessageOn } = JSON.parse(data) as ChatEvent;
          if (OVERVIEW.test(type)) refreshSoon();
          if (lastMessageOn === undefined) return;
          // A thread that was too old to be loaded is now one of the latest.
          if (!world.value.threads.some(({ id }) => id === threadId)) refreshSoon();
          heard.set(threadId, lastMessageOn);
          showSoon();
        }
      },
      onLost: () => reach.set("lost"),
    },
    signal,
  );
  return {
    world,
    reach,
    epoch,
    controlled,
    refresh,
    seek(purpose, text) {
      if ((sought.get(purpose) ?? "") === text) return;
      if (text === "") sought.delete(purpose);
      else sought.set(purpose, text);
      const { health, threads } = world.value;
      // Before the first response, no extra refresh is needed: the pending one includes the search.
      if (health && health.threads > threads.length) refreshSoon();
    },
  };
}

/** Returns a function that runs `work` once for all calls within `GATHER` milliseconds. */
function gather(work: () => unknown): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      work();
    }, GATHER);
  };
}

/** Updates the threads that have new messages, and sorts all as the emulator does: the latest message first. */
function withMessages(
  threads: readonly ThreadOverview[],
  heard: ReadonlyMap<string, number>,
): ThreadOverview[] {
  return threads
    .map((thread) => {
      const lastMessageOn = heard.get(thread.id);
      return lastMessageOn === undefined ? thread : { ...thread, lastMessageOn };
    })
    .toSorted(byLatestMessage);
}

const byLatestMessage = (a: ThreadOverview, b: ThreadOverview): number =>
  b.lastMessageOn - a.lastMessageOn || (a.id < b.id ? -1 : 1);

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

/** Chooses hues so that users created one after the other differ clearly. */
function huesOf(users: readonly IdentityRecord[]): Map<string, number> {
  return new Map(users.map(({ id }, index) => [id, (index * 150) % 360]));
}

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** Returns the user's name, or the end of the id if the name is unknown. */
export function nameOf(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? (id.length > 12 ? `…${id.slice(-8)}` : id);
}
