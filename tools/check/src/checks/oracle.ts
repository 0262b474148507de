import { type Check, NotReady } from "../check.ts";
import { runIn } from "./subprocess.ts";

/** Compares the contract of each API version with what the official packages send. */
export const oracle: Check = {
  name: "oracle",
  holds: "contract equals the official packages",
  run: async (root) => {
    const { code, output } = await runIn(root, "tools/oracle", "node", ["src/main.ts"]);
    if (code === 0) return [];
    if (code !== 1) throw new NotReady(`the oracle failed: ${output.trim()}`);
    // Differences with a reason and counts are not findings.
    const lines = output
      .trim()
      .split("\n")
      .filter((line) => /^(UNEXPLAINED|STALE)\b/.test(line));
    const reported = lines.length > 0 ? lines : [output.trim().split("\n").at(-1) ?? ""];
    return reported.map((line) => ({
      where: "specs/chat",
      what: line,
      todo: "correct the TypeSpec, or give the reason in tools/oracle/src/allow-list.ts; remove unused reasons",
    }));
  },
};
