import type starlight from "@astrojs/starlight";
import type { Group } from "./gather.ts";
import { packageOf } from "./navigation.ts";
import type { Page } from "./page.ts";

/** The menu of the site in Starlight's format. */
export type Menu = NonNullable<Parameters<typeof starlight>[0]["sidebar"]>;

/** Returns the menu: the groups of written pages, then the API reference with a group for each package. */
export function menuOf(written: readonly Group[], reference: readonly Group[]): Menu {
  return [
    ...written.map(({ label, collapsed = false, pages }) => ({
      label,
      collapsed,
      items: pages.map((page) => menuItem(page)),
    })),
    {
      label: "API reference",
      collapsed: true,
      items: reference.map(({ label: name, pages }) => ({
        label: name,
        collapsed: true,
        badge: packageOf(name.replace("@acs-chat/", "")).version,
        items: pages.map((page) =>
          page.title === `${name} API` ? menuItem(page, "Overview") : menuItem(page),
        ),
      })),
    },
  ];
}

/** Returns the menu item of a page. Items of packages and changelogs show the version. */
function menuItem(
  { slug, title }: Page,
  label = title.replace(/ (?:class|function|changelog)$/, ""),
) {
  const folder = /^(?:packages|changelog)\/(\w+)$/.exec(slug)?.[1];
  return { slug, label, ...(folder !== undefined && { badge: packageOf(folder).version }) };
}
