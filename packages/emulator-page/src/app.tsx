import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import icon from "./icon.svg";
import { useApp } from "./app-context.ts";
import type { Reach } from "./emulator/world.ts";
import { formatRoute, type ViewName } from "./lib/route.ts";
import { useStore } from "./lib/store.ts";
import { theme, type Theme } from "./lib/theme.ts";
import { IconButton } from "./ui/button.tsx";
import { Icon } from "./ui/icons.tsx";
import { Notices } from "./ui/notice.tsx";
import { ChatsView } from "./views/chats.tsx";
import { ControlsView } from "./views/controls.tsx";
import { DataView } from "./views/data.tsx";
import { RequestsView } from "./views/requests.tsx";
import { UsersView } from "./views/users.tsx";

const VIEWS: Readonly<
  Record<ViewName, { readonly title: string; readonly View: () => JSX.Element }>
> = {
  chats: { title: "Chats", View: ChatsView },
  requests: { title: "Requests", View: RequestsView },
  users: { title: "Users", View: UsersView },
  controls: { title: "Controls", View: ControlsView },
  data: { title: "Data", View: DataView },
};

const REACH: Readonly<Record<Reach, { readonly text: string; readonly tone: string }>> = {
  connecting: { text: "Connecting…", tone: "wait" },
  online: { text: "Running", tone: "good" },
  lost: { text: "Not reachable", tone: "bad" },
};

const NEXT_THEME = { system: "light", light: "dark", dark: "system" } as const;
const THEME_ICONS = { system: "system", light: "sun", dark: "moon" } as const;
const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: "system",
  light: "light",
  dark: "dark",
};

/** The page: its navigation, its messages and the open view. */
export function Page(): JSX.Element {
  const { emulator, route } = useApp();
  const current = useStore(route);
  const reach = useStore(emulator.reach);
  const { title, View } = VIEWS[current.view];

  useEffect(() => {
    document.title = `${title} · Chat emulator`;
  }, [title]);

  return (
    <div class="app">
      <a class="skip" href="#main" onClick={skip}>
        Skip to the content
      </a>
      <Rail view={current.view} reach={reach} />
      <main id="main" tabIndex={-1}>
        {reach === "lost" && (
          <p class="banner" role="alert">
            The emulator cannot be reached. This page reconnects when it runs again.
          </p>
        )}
        <View />
      </main>
      <Notices />
    </div>
  );
}

function skip(event: Event): void {
  // Prevented, because the address contains the open view and must not change.
  event.preventDefault();
  document.getElementById("main")?.focus();
}

function Rail(props: { readonly view: ViewName; readonly reach: Reach }): JSX.Element {
  const { view, reach } = props;
  const chosen = useStore(theme);
  const { text, tone } = REACH[reach];
  return (
    <nav class="rail" aria-label="Views">
      <p class="brand">
        <img src={icon} alt="" />
        <span>Chat emulator</span>
      </p>
      <ul>
        {(Object.keys(VIEWS) as ViewName[]).map((name) => (
          <li key={name}>
            <a
              href={formatRoute({ view: name, users: [] })}
              aria-current={name === view ? "page" : undefined}
            >
              <Icon name={name} />
              <span>{VIEWS[name].title}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="rail-end">
        <span class={`state-dot ${tone}`}>{text}</span>
        <IconButton
          icon={THEME_ICONS[chosen]}
          label={`Colors: ${THEME_NAMES[chosen]}. Change`}
          onClick={() => theme.set(NEXT_THEME[chosen])}
        />
      </p>
    </nav>
  );
}
