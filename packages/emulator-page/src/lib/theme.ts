import { createStore } from "./store.ts";

/** The color theme of the page. */
export type Theme = "system" | "light" | "dark";

const KEY = "acs-chat-emulator-theme";
const stored = localStorage.getItem(KEY);

/** The chosen theme, stored in `localStorage`. */
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
