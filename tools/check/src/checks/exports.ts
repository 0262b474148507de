import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Check, type Finding, NotReady } from "../check.ts";
import { runIn } from "./subprocess.ts";

/** The part of knip's JSON report that is read here. */
interface KnipReport {
  readonly issues: readonly {
    readonly file: string;
    readonly exports: readonly KnipExport[];
    readonly types: readonly KnipExport[];
  }[];
}

interface KnipExport {
  readonly name: string;
  readonly line: number;
}

const knip = join(import.meta.dirname, "../../node_modules/knip/bin/knip.js");

/** Checks with knip that every exported value and type is imported somewhere. knip.json lists the entry points. */
export const unusedExports: Check = {
  name: "exports",
  holds: "every exported value and type is imported",
  run: async (root) => {
    await readFile(join(root, "knip.json")).catch(() => {
      throw new NotReady("knip.json is missing: restore it from git");
    });
    const args = [knip, "--reporter", "json", "--no-progress", "--no-config-hints"];
    const { code, output } = await runIn(root, "", process.execPath, args);
    if (code !== 0 && code !== 1) throw new NotReady(`knip failed:\n${output.trim()}`);
    return findingsOf(reportIn(output));
  },
};

/** Returns the report in knip's output, which can begin with warnings. */
function reportIn(output: string): KnipReport {
  const start = output.indexOf('{"');
  if (start === -1) throw new NotReady(`knip printed no report:\n${output.trim()}`);
  return JSON.parse(output.slice(start, output.lastIndexOf("}") + 1)) as KnipReport;
}

function findingsOf({ issues }: KnipReport): Finding[] {
  return issues.flatMap(({ file, exports = [], types = [] }) =>
    [...exports, ...types].map(({ name, line }) => ({
      where: `${file}:${line}`,
      what: `nothing imports ${name}`,
      todo: "remove `export`, or the declaration if its own file does not use it either",
    })),
  );
}
