import { spawnSync } from "node:child_process";

/** Runs turbo on this terminal. Returns 0, or 1 for whatever went wrong. */
export function turbo(...args: readonly string[]): 0 | 1 {
  const { status } = spawnSync("turbo", args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
  return status === 0 ? 0 : 1;
}
