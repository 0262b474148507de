import { createStore } from "./store.ts";

/** The colors of the page: as in the system, light or dark. */
export type Theme = "system" | "light" | "dark";

const KEY = "acs-chat-emulator-theme";
const stored = localStorage.getItem(KEY);

/** The theme. Stored in this browser. */
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
