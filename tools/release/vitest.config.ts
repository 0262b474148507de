import { defineConfig } from "vitest/config";

// These tests compile, build and start programs: how long that takes is the machine's business.
export default defineConfig({ test: { testTimeout: 120_000, hookTimeout: 120_000 } });
