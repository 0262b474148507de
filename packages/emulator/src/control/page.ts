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
 * The page runs no script but its own, loads nothing from elsewhere and can be put in no frame. HTML
 * is parsed only where the page shows a message, under the one policy that is named here.
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

/** Whether the page has been built into this copy of the emulator. */
export const pageIsBuilt = (): boolean => existsSync(new URL("index.html", FOLDER));

/**
 * Serves the emulator's page at the control API's root. The files are read once, with the first
 * request, and are found by their exact names: no path of a request ever reaches the file system.
 * Also with an unsafe host the page is for this machine only.
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
    // Relative addresses in the page need the slash at the end.
    new URL(context.req.url).pathname.endsWith("/")
      ? answer("index.html", "no-cache")
      : context.redirect("/_emulator/", 302),
  );
  // The names of these files hold a hash of what is in them.
  app.get("/page/:name", local, (context) =>
    answer(context.req.param("name"), "public, max-age=31536000, immutable"),
  );
}

const local: MiddlewareHandler = async (context, next) => {
  if (isLoopback(new URL(context.req.url).hostname)) return next();
  return context.text("The page answers to loopback names alone, such as localhost.\n", 403);
};

const NOT_BUILT =
  "The page is not built here. In the repository: pnpm build. The control API works without it.\n";

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
