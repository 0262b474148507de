import { defineConfig } from "vitest/config";

// Limits for what hangs, not for what is slow: how long a test takes is the machine's business.
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
