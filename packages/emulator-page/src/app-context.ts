import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Emulator } from "./emulator/world.ts";
import type { Route } from "./lib/route.ts";
import type { Store } from "./lib/store.ts";

/** What every view needs. */
export interface App {
  readonly emulator: Emulator;
  readonly route: Store<Route>;
}

/** Gives the views what they need. */
export const AppContext = createContext<App | undefined>(undefined);

/** What every view needs. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (app === undefined) throw new Error("A view stands outside of the page.");
  return app;
}
