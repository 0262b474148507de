import { spawnSync } from "node:child_process";

/** Runs turbo and prints its output. Returns 0 if turbo succeeded, otherwise 1. */
export function turbo(...args: readonly string[]): 0 | 1 {
  const { status } = spawnSync("turbo", args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  return status === 0 ? 0 : 1;
}
