import { defineConfig, type Plugin } from "vite";

/**
 * Loads at once what the client loads when it is needed: real time is always wanted here. Left as they are, such
 * imports bring Vite's loader of files that this page does not have.
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
    // Small files become data: URLs otherwise, which the page's policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
