/** Makes tables that are wider than the page focusable, so that the keyboard can scroll them. */
function markScrollableTables(): void {
  for (const table of document.querySelectorAll("table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
}

/** Marks wide tables now and after each change of the page's width. */
export function watchScrollableTables(): void {
  markScrollableTables();
  addEventListener("resize", markScrollableTables);
}
