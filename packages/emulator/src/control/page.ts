import { existsSync, readFileSync, readdirSync } from "node:fs";
import type { Hono, MiddlewareHandler } from "hono";
import { isLoopback } from "./loopback.ts";

const FOLDER = new URL("../../dist/page/", import.meta.url);

const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  svg: "image/svg+xml",
};

/**
 * The content security policy: only the page's own scripts, nothing from other hosts, no embedding
 * in frames. HTML is parsed only where the page shows a message, under the one policy named here.
 */
const SECURITY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types message-html",
].join("; ");

interface File {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** True if this copy of the emulator contains the built page. */
export const pageIsBuilt = (): boolean => existsSync(new URL("index.html", FOLDER));

/**
 * Serves the emulator's page at the root of the control API. The files are read at the first
 * request and looked up by exact name, so the path of a request never reaches the file system.
 * The page is available on loopback only, even with an unsafe host.
 */
export function servePage(app: Hono): void {
  let files: ReadonlyMap<string, File> | undefined;
  const answer = (name: string, caching: string): Response => {
    files ??= readFiles();
    const file = files.get(name);
    if (file === undefined) {
      const missing = files.size === 0 ? NOT_BUILT : `The page has no file ${name}.`;
      return new Response(missing, {
        status: 404,
        headers: { "Content-Type": "text/plain; charset=utf-8" },
      });
    }
    return new Response(file.bytes, {
      headers: {
        "Content-Type": file.type,
        "Cache-Control": caching,
        "Content-Security-Policy": SECURITY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
      },
    });
  };
  app.get("/", local, (context) =>
    // Relative URLs in the page need the trailing slash.
    new URL(context.req.url).pathname.endsWith("/")
      ? answer("index.html", "no-cache")
      : context.redirect("/_emulator/", 302),
  );
  // The names of these files contain a hash of their content.
  app.get("/page/:name", local, (context) =>
    answer(context.req.param("name"), "public, max-age=31536000, immutable"),
  );
}

const local: MiddlewareHandler = async (context, next) => {
  if (isLoopback(new URL(context.req.url).hostname)) return next();
  return context.text(
    "The page can only be opened by a loopback host name, such as localhost.\n",
    403,
  );
};

const NOT_BUILT =
  "The page has not been built. In the repository, run pnpm build. The control API works without it.\n";

function readFiles(): Map<string, File> {
  const files = new Map<string, File>();
  let names: string[];
  try {
    names = readdirSync(FOLDER, { recursive: true, encoding: "utf8" });
  } catch {
    return files;
  }
  for (const path of names) {
    const type = TYPES[path.slice(path.lastIndexOf(".") + 1)];
    if (type === undefined) continue;
    const name = path.slice(path.replaceAll("\\", "/").lastIndexOf("/") + 1);
    files.set(name, { type, bytes: new Uint8Array(readFileSync(new URL(path, FOLDER))) });
  }
  return files;
}
