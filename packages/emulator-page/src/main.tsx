import { render } from "preact";
import { AppContext } from "./app-context.ts";
import { Page } from "./app.tsx";
import { createSessions } from "./chat/sessions.ts";
import { followEmulator } from "./emulator/world.ts";
import { createRouteStore } from "./lib/route.ts";

const root = document.getElementById("app");
if (root) {
  // Never aborted: the page receives the emulator's events until it is closed.
  const emulator = followEmulator(new AbortController().signal);
  render(
    <AppContext.Provider
      value={{ emulator, sessions: createSessions(emulator), route: createRouteStore() }}
    >
      <Page />
    </AppContext.Provider>,
    root,
  );
}
