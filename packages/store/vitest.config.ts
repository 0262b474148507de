import { defineConfig } from "vitest/config";

// A limit for what hangs, not for what is slow: how long a test takes is the machine's business.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
