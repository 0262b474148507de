import { rmSync } from "node:fs";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/**
 * Removes a temporary folder when a signal, such as that of Ctrl+C, ends the process.
 * @returns A function to call when the folder is removed otherwise.
 */
export function removeOnSignal(folder: string): () => void {
  const remove = (signal: NodeJS.Signals): void => {
    forget();
    try {
      // Copies that are still running add files.
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } finally {
      process.kill(process.pid, signal);
    }
  };
  const forget = (): void => {
    for (const signal of SIGNALS) process.off(signal, remove);
  };
  for (const signal of SIGNALS) process.once(signal, remove);
  return forget;
}
