// Copies the compiled specs into the package, which reads its routes and validation from them.
import { cpSync, mkdirSync, readdirSync } from "node:fs";

for (const service of ["chat", "identity"]) {
  const from = new URL(`../../../specs/${service}/openapi/`, import.meta.url);
  const to = new URL(`../dist/openapi/${service}/`, import.meta.url);
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    if (/^\d{4}-\d{2}-\d{2}(?:-preview)?\.json$/.test(name)) {
      cpSync(new URL(name, from), new URL(name, to));
    }
  }
}
