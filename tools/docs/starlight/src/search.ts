/** The search of the site. It works without a server. */
import MiniSearch, { type SearchResult } from "minisearch";
import type { SearchEntry } from "../../src/site/search-data.ts";

/** The root of the site, which contains this script and its data. */
const base = new URL(".", (document.currentScript as HTMLScriptElement).src);

declare global {
  var searchEntries: readonly SearchEntry[] | undefined;
}

/** The rank of results: guides first, then samples and the reference, then decisions and changelogs. */
const rank: Readonly<Record<SearchEntry["kind"], number>> = {
  guide: 3,
  sample: 2,
  reference: 1.5,
  record: 1,
};

const maximumResults = 30;

class SiteSearch extends HTMLElement {
  #index: Promise<MiniSearch<SearchEntry>> | undefined;
  #dialog!: HTMLDialogElement;
  #input!: HTMLInputElement;
  #results!: HTMLOListElement;
  #status!: HTMLElement;

  connectedCallback(): void {
    this.#dialog = this.querySelector("dialog")!;
    this.#input = this.querySelector("input")!;
    this.#results = this.querySelector("ol")!;
    this.#status = this.querySelector(".status")!;
    this.querySelector("[data-open]")!.addEventListener("click", () => this.#open());
    document.addEventListener("keydown", (event) => this.#shortcut(event));
    this.#input.addEventListener("input", () => void this.#search());
    this.#dialog.addEventListener("keydown", (event) => this.#move(event));
    this.#dialog.addEventListener("click", (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
    // A link to a part of the current page does not reload it, so the dialog must be closed.
    this.#results.addEventListener("click", () => this.#dialog.close());
  }

  #open(): void {
    this.#index ??= loadIndex();
    this.#dialog.showModal();
    this.#input.select();
  }

  #shortcut(event: KeyboardEvent): void {
    const isTyping = event.target instanceof Element && event.target.matches("input, textarea");
    const isShortcut =
      (event.key === "k" && (event.ctrlKey || event.metaKey)) || (event.key === "/" && !isTyping);
    if (!isShortcut || this.#dialog.open) return;
    event.preventDefault();
    this.#open();
  }

  /** Moves between the field and the results with the arrow keys. Enter in the field opens the first result. */
  #move(event: KeyboardEvent): void {
    const links = [...this.#results.querySelectorAll("a")];
    const current = links.indexOf(document.activeElement as HTMLAnchorElement);
    if (event.key === "ArrowDown") (links[current + 1] ?? links.at(-1))?.focus();
    else if (event.key === "ArrowUp") (links[current - 1] ?? this.#input).focus();
    else if (event.key === "Enter" && event.target === this.#input) links[0]?.click();
    else return;
    event.preventDefault();
  }

  async #search(): Promise<void> {
    const query = this.#input.value.trim();
    const index = await (this.#index ??= loadIndex());
    if (query !== this.#input.value.trim()) return;
    const found = query === "" ? [] : index.search(query);
    this.#results.replaceChildren(...found.slice(0, maximumResults).map(resultOf));
    this.#status.textContent = query === "" ? "" : countOf(found.length);
  }
}

function countOf(count: number): string {
  if (count === 0) return "No results";
  if (count > maximumResults) return `The first ${maximumResults} of ${count} results`;
  return count === 1 ? "1 result" : `${count} results`;
}

/** Loads the data as a script, because pages from a file system cannot use fetch. */
async function loadIndex(): Promise<MiniSearch<SearchEntry>> {
  const script = document.createElement("script");
  script.src = new URL("search-data.js", base).href;
  const loaded = new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
  });
  document.head.append(script);
  await loaded;
  const index = new MiniSearch<SearchEntry>({
    idField: "url",
    fields: ["title", "heading", "text"],
    storeFields: ["url", "title", "heading", "text", "kind"],
    searchOptions: {
      boost: { title: 4, heading: 3 },
      boostDocument: (_, __, stored) => rank[stored!["kind"] as SearchEntry["kind"]],
      combineWith: "AND",
      prefix: true,
      fuzzy: (term) => (term.length > 5 ? 0.15 : false),
    },
  });
  index.addAll(globalThis.searchEntries!);
  return index;
}

function resultOf(result: SearchResult): HTMLLIElement {
  const { url, title, heading, text, kind } = result as unknown as SearchEntry;
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = new URL(url, base).href;
  const name = document.createElement("strong");
  name.textContent = heading === "" ? title : `${title} › ${heading}`;
  const excerpt = document.createElement("span");
  excerpt.append(...marked(excerptOf(text, result.terms), result.terms));
  link.dataset["kind"] = kind;
  link.append(name, excerpt);
  item.append(link);
  return item;
}

/** Returns about 140 characters around the first term. */
function excerptOf(text: string, terms: readonly string[]): string {
  const lower = text.toLowerCase();
  const places = terms.map((term) => lower.indexOf(term)).filter((place) => place >= 0);
  const start = Math.max(0, Math.min(...places, text.length) - 50);
  const from = start === 0 || places.length === 0 ? 0 : text.indexOf(" ", start) + 1;
  return `${from > 0 ? "… " : ""}${text.slice(from, from + 140)}${from + 140 < text.length ? " …" : ""}`;
}

/** Returns the text with the terms in `<mark>`. */
function marked(text: string, terms: readonly string[]): (string | HTMLElement)[] {
  if (terms.length === 0) return [text];
  const pattern = terms
    .map((term) => term.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`))
    .join("|");
  return text.split(new RegExp(`(${pattern})`, "i")).map((part, place) => {
    if (place % 2 === 0) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}

/** Defines the element `<site-search>`. */
export function defineSearch(): void {
  customElements.define("site-search", SiteSearch);
}
