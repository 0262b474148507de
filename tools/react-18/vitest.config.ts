import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

/** The folder of a package that this tool depends on. */
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
    // Only modules that Vite processes follow the aliases.
    server: { deps: { inline: [/testing-library/] } },
  },
});
