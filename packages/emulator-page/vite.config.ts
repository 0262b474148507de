import { defineConfig, type Plugin } from "vite";

/**
 * Replaces the client's dynamic imports with static ones: the page always needs real time, and dynamic imports would add
 * Vite's preload code to the page.
 */
const allAtOnce: Plugin = {
  name: "all-at-once",
  transform(code) {
    const imports: string[] = [];
    const flat = code.replaceAll(/\bimport\(("\.[^"]+")\)/g, (_, path: string) => {
      const name = `loaded${imports.length}`;
      imports.push(`import * as ${name} from ${path};\n`);
      return `Promise.resolve(${name})`;
    });
    return imports.length === 0 ? undefined : { code: imports.join("") + flat, map: null };
  },
};

export default defineConfig({
  // The emulator serves index.html at /_emulator/ and everything else under /_emulator/page/.
  base: "/_emulator/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  plugins: [allAtOnce],
  build: {
    target: "es2023",
    assetsDir: "page",
    // Otherwise small files become data: URLs, which the page's content security policy blocks.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
