import { beforeEach, expect, test } from "vitest";
import { type Check, NotReady } from "./check.ts";
import { check, UsageError } from "./run.ts";

const sound: Check = { name: "sound", holds: "one equals two", run: async () => [] };
const drifted: Check = {
  name: "drifted",
  holds: "left equals right",
  run: async (root) => [
    { where: `${root}/a.ts:7`, what: "is left\nand not right", todo: "turn it round" },
  ],
};
const blocked: Check = {
  name: "blocked",
  holds: "it exists",
  run: () => Promise.reject(new NotReady("it is not built: run `pnpm build`")),
};

let lines: string[];
beforeEach(() => void (lines = []));
const run = (checks: readonly Check[], ...args: string[]) =>
  check(args, {
    root: "/repository",
    checks,
    update: async (root) => [`${root}/report`],
    log: (line) => void lines.push(line),
  });

test("exits with 0 if no check has findings", async () => {
  expect(await run([sound])).toBe(0);
  expect(lines.at(-1)).toBe("1 passed, 0 drifted, 0 could not run");
  expect(lines.join("\n")).toMatch(/^ok +sound +\d+\.\d s {2}one equals two$/m);
});

test("prints findings with place, reason and correction, and exits with 1", async () => {
  expect(await run([sound, drifted])).toBe(1);
  const printed = lines.join("\n");
  expect(printed).toMatch(/^DRIFT +drifted/m);
  expect(printed).toContain(
    "  /repository/a.ts:7\n    is left\n    and not right\n    to do: turn it round",
  );
});

test("prints what to do before a check can run, and exits with 2", async () => {
  expect(await run([blocked, drifted])).toBe(2);
  expect(lines.join("\n")).toContain("it is not built: run `pnpm build`");
  expect(lines.at(-1)).toBe(
    "0 passed, 1 drifted, 1 could not run: correct the findings above, then run `pnpm check drifted blocked`",
  );
});

test("rethrows an unexpected error of a check", async () => {
  const broken: Check = { ...sound, run: () => Promise.reject(new TypeError("a bug")) };
  await expect(run([broken])).rejects.toThrow("a bug");
});

test("leaves out the checks of --except, and rejects unknown names there", async () => {
  expect(await run([sound, drifted], "--except", "drifted")).toBe(0);
  expect(lines.join("\n")).not.toContain("checking drifted");
  await expect(run([sound], "--except", "drifted")).rejects.toThrow(UsageError);
});

test("runs only the named checks, and updates reports only with --update", async () => {
  expect(await run([sound, drifted], "sound")).toBe(0);
  expect(lines.join("\n")).not.toContain("wrote");
  expect(await run([sound, drifted], "sound", "--update")).toBe(0);
  expect(lines).toContain("wrote /repository/report");
});

test("rejects unknown names and options, and lists the known checks", async () => {
  await expect(run([sound, drifted], "sund")).rejects.toThrow(UsageError);
  await expect(run([sound, drifted], "sund")).rejects.toThrow("the checks are sound, drifted");
  await expect(run([sound], "--all")).rejects.toThrow(UsageError);
  expect(await run([sound], "--help")).toBe(0);
});
