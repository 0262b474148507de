// Says how large the page is, and fails if it is larger than agreed: all of it, compressed.
import { readFileSync, readdirSync } from "node:fs";
import { gzipSync } from "node:zlib";

const LIMIT = 60_000;
const folder = new URL("../dist/", import.meta.url);
let total = 0;
for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).toSorted()) {
  if (!/\.(?:html|js|css|svg)$/.test(name)) continue;
  const size = gzipSync(readFileSync(new URL(name, folder)), { level: 9 }).byteLength;
  total += size;
  console.log(`${String(size).padStart(7)} bytes  ${name}`);
}
console.log(`${String(total).padStart(7)} bytes, gzip, of ${LIMIT} allowed`);
if (total > LIMIT) process.exit(1);
