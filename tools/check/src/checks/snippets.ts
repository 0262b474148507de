import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Check, type Finding, NotReady } from "../check.ts";
import { runIn } from "./subprocess.ts";

/** The parts of vitest's JSON report that are read here. */
interface TestReport {
  readonly testResults: readonly {
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly title: string;
      readonly fullName: string;
      readonly failureMessages: readonly string[];
    }[];
  }[];
}

/**
 * Checks that the snippets of READMEs and guides compile and run on the emulator, and that their links
 * work. Set DOCS_FILE=docs/errors.md to check only that file.
 */
export const snippets: Check = {
  name: "snippets",
  holds: "README and doc snippets compile and run",
  run: async (root) => {
    const scratch = await mkdtemp(join(tmpdir(), "snippets-"));
    try {
      const report = join(scratch, "report.json");
      // The site is only built by the tests, because it takes longer than all snippets.
      const testFiles = process.env["DOCS_FILE"]
        ? ["src/docs.test.ts"]
        : ["--exclude", "**/*.slow.test.ts", "--exclude", "src/site/**"];
      const args = ["run", ...testFiles, "--reporter=json", `--outputFile=${report}`];
      const { code, output } = await runIn(root, "tools/docs", "vitest", args);
      const text = await readFile(report, "utf8").catch(() => {
        throw new NotReady(
          `the snippets cannot be run (${code ?? "not started"}):\n${output.trim()}`,
        );
      });
      return findingsIn(JSON.parse(text) as TestReport);
    } finally {
      await rm(scratch, { recursive: true });
    }
  },
};

function findingsIn({ testResults }: TestReport): Finding[] {
  return testResults.flatMap(({ message, assertionResults }) => {
    const failed = assertionResults.filter(({ status }) => status === "failed");
    if (failed.length === 0 && message !== "") {
      return [
        { where: "tools/docs", what: message, todo: "see `pnpm --filter @acs-chat/docs test`" },
      ];
    }
    return failed.map(({ title, fullName, failureMessages }) => ({
      where: placeIn(`${title} ${failureMessages.join("\n")}`),
      what: `${fullName}\n${firstLines(failureMessages.join("\n"))}`,
      todo: "correct the document, or the code that it uses",
    }));
  });
}

/** Returns the document and the line of a failure. */
function placeIn(text: string): string {
  const named = /(?:[\w.-]+\/)*[\w.-]+\.md(:\d+)?/.exec(text);
  if (named !== null) return named[0];
  // The name of a snippet's module contains its document and line.
  const module = /([\w-]+)-md-(\d+)\.ts/.exec(text);
  return module === null ? "docs" : `${module[1]!.replaceAll("-", "/")}.md:${module[2]}`;
}

/** Returns a message without its stack trace. */
function firstLines(text: string): string {
  const lines = text.split("\n").filter((line) => !/^\s+at /.test(line));
  return lines.slice(0, 12).join("\n");
}
