import { defineConfig } from "vitest/config";
import { shared } from "../../vitest.shared.ts";

export default defineConfig({
  test: { ...shared, server: { deps: { external: [/\/\.test-/] } } },
});
