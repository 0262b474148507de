import { execFile } from "node:child_process";

/** The result of a program. */
export interface Ran {
  readonly code: number | string;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program to its end as a user does outside this workspace. */
export function runOutside(
  folder: string,
  command: string,
  ...args: readonly string[]
): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(command, args, { cwd: folder, env: environment() }, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? (error === null ? 0 : error.message), stdout, stderr }),
    );
  });
}

/** Returns the environment without the settings of this workspace's tools, except for the registry. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(
    ([name]) =>
      !/^(npm_|pnpm_|VITEST|NODE_ENV$)/i.test(name) || /^npm_config_registry$/i.test(name),
  );
  return { ...Object.fromEntries(own), NO_COLOR: "1" };
}

/** Matches the errors of npm without a connection to the registry, but not that for a missing package. */
const unreachable =
  /\bcode (ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/**
 * Returns why a test must be skipped after npm failed: the registry cannot be reached. Returns undefined for another
 * failure. CI has a network, so there it throws instead.
 */
export function reasonToSkip({ code, stderr }: Ran): string | undefined {
  if (code === 0 || !unreachable.test(stderr)) return undefined;
  const reason = "the npm registry cannot be reached, so nothing can be installed from it";
  if (process.env["CI"] === "true") throw new Error(`${reason}:\n${stderr}`);
  console.log(`skipped: ${reason}`);
  return reason;
}
