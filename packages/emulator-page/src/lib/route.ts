import { createStore, type Store } from "./store.ts";

/** The views of the page, as named in its address. */
export type ViewName = "chats" | "requests" | "users" | "controls" | "data";

/** The parsed address of the page. */
export interface Route {
  readonly view: ViewName;
  /** The thread that is open, in `chats`. */
  readonly threadId?: string;
  /** The users who see the thread: one, or two side by side. */
  readonly users: readonly string[];
}

const VIEWS: readonly ViewName[] = ["chats", "requests", "users", "controls", "data"];

/** Parses the part of an address after `#`. */
export function parseRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [name, thread] = path.split("/");
  const view = VIEWS.find((known) => known === name) ?? "chats";
  const users = new URLSearchParams(query).getAll("as").slice(0, 2);
  return { view, users, ...(thread ? { threadId: decode(thread) } : {}) };
}

/** Formats the part of an address after `#`. */
export function formatRoute({ view, threadId, users }: Route): string {
  const path = threadId === undefined ? view : `${view}/${encodeURIComponent(threadId)}`;
  const query = new URLSearchParams(users.map((user) => ["as", user])).toString();
  return `#/${path}${query === "" ? "" : `?${query}`}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Creates a store of the page's route, synchronized with its address. */
export function createRouteStore(): Store<Route> {
  const store = createStore(parseRoute(location.hash));
  addEventListener("hashchange", () => store.set(parseRoute(location.hash)));
  return store;
}

/** Navigates to a route. */
export function go(route: Route, replace = false): void {
  const hash = formatRoute(route);
  if (replace) {
    history.replaceState(null, "", hash);
    dispatchEvent(new Event("hashchange"));
  } else location.hash = hash;
}
