import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Sessions } from "./chat/sessions.ts";
import type { Emulator } from "./emulator/world.ts";
import type { Route } from "./lib/route.ts";
import type { Store } from "./lib/store.ts";

/** The state that all views share. */
export interface App {
  readonly emulator: Emulator;
  readonly sessions: Sessions;
  readonly route: Store<Route>;
}

/** Provides the shared state to the views. */
export const AppContext = createContext<App | undefined>(undefined);

/** Returns the shared state. Throws without an `AppContext.Provider`. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("useApp must be called inside <AppContext.Provider>.");
  return app;
}
