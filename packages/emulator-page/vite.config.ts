import { defineConfig } from "vite";

export default defineConfig({
  // The emulator serves index.html at /_emulator/ and everything else under /_emulator/page/.
  base: "/_emulator/",
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2023",
    assetsDir: "page",
    // Small files become data: URLs otherwise, which the page's policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Real time is always wanted here: one file is smaller than several.
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
