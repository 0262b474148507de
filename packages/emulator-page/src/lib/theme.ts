import { createStore } from "./store.ts";

/** How the page is colored: as the system is, or as somebody chose. */
export type Theme = "system" | "light" | "dark";

const KEY = "acs-chat-emulator-theme";
const stored = localStorage.getItem(KEY);

/** The theme; it is remembered in this browser. */
export const theme = createStore<Theme>(
  stored === "light" || stored === "dark" ? stored : "system",
);

const apply = (): void => {
  document.documentElement.dataset["theme"] = theme.value;
};
theme.subscribe(() => {
  localStorage.setItem(KEY, theme.value);
  apply();
});
apply();
