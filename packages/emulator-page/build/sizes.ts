import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

/**
 * The maximum compressed size of the page, in bytes. The client with real time takes about 41 KB of it, and the store
 * 11.5 KB.
 */
export const LIMIT = 83_000;

/** Returns the files of the built page with their compressed sizes in bytes. */
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
