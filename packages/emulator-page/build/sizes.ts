import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

/** So many bytes the page may have, compressed, with the client in it. */
export const LIMIT = 72_000;

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
