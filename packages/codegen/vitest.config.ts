import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

export default defineConfig({
  // Node loads the clients that tests emit, which is faster than Vite.
  test: { ...shared, server: { deps: { external: [/\/\.test-/] } } },
});
