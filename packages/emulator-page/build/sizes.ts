import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

/**
 * The most bytes of the page, compressed: the client with real time has about 40 KB of them, and the store, with
 * which the page fills gaps, sends in order and never shows old versions, 11.5 KB.
 */
export const LIMIT = 82_000;

/** The files of the built page with their compressed sizes in bytes. */
export function sizes(): { readonly name: string; readonly size: number }[] {
  const folder = new URL("../dist/", import.meta.url);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(?:html|js|css|svg)$/.test(name))
    .toSorted()
    .map((name) => ({
      name,
      size: gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).byteLength,
    }));
}
