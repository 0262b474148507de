import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

/** Returns the folder of a dependency of this tool. */
const own = (name: string): string => fileURLToPath(import.meta.resolve(`./node_modules/${name}`));

export default defineConfig({
  root: fileURLToPath(import.meta.resolve("../../packages/react")),
  resolve: {
    alias: {
      react: own("react"),
      "react-dom": own("react-dom"),
      "@testing-library/react": own("@testing-library/react"),
    },
  },
  test: {
    ...shared,
    setupFiles: ["test/dom.ts"],
    env: { REACT_VERSION: "18", REACT_FOLDER: own("react/..") },
    // Vite applies the aliases only to modules that it processes.
    server: { deps: { inline: [/testing-library/] } },
  },
});
