import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A page on a local server. */
export interface ServedPage extends AsyncDisposable {
  readonly url: string;
}

/**
 * Serves scripts and a page that loads some of them.
 *
 * @param scripts - The text of each script by its path.
 * @param loaded - The paths of the scripts that the page loads. These scripts import the others.
 */
export async function serveScripts(
  scripts: ReadonlyMap<string, string>,
  loaded: readonly string[],
): Promise<ServedPage> {
  const tags = loaded.map((path) => `<script type="module" src="${path}"></script>`);
  const server = createServer(({ url = "" }, response) => {
    const script = scripts.get(url);
    response.setHeader("Content-Type", script === undefined ? "text/html" : "text/javascript");
    response.end(script ?? `<!doctype html><meta charset="utf-8">${tags.join("")}`);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
