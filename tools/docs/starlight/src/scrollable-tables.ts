/** Lets the keyboard reach tables that are wider than the page, to scroll them. */
function markScrollableTables(): void {
  for (const table of document.querySelectorAll("table")) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    else table.removeAttribute("tabindex");
  }
}

/** Marks these tables now, and whenever the width of the page changes. */
export function watchScrollableTables(): void {
  markScrollableTables();
  addEventListener("resize", markScrollableTables);
}
