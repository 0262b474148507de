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
  holds: "it is there",
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

test("nothing drifted: exit 0", async () => {
  expect(await run([sound])).toBe(0);
  expect(lines.at(-1)).toBe("1 hold, 0 drifted, 0 could not be checked");
  expect(lines.join("\n")).toMatch(/^ok +sound +\d+\.\d s {2}one equals two$/m);
});

test("drift is named with place, reason and what to do: exit 1", async () => {
  expect(await run([sound, drifted])).toBe(1);
  const printed = lines.join("\n");
  expect(printed).toMatch(/^DRIFT +drifted/m);
  expect(printed).toContain(
    "  /repository/a.ts:7\n    is left\n    and not right\n    to do: turn it round",
  );
});

test("a check that cannot be made says what to do first: exit 2", async () => {
  expect(await run([blocked, drifted])).toBe(2);
  expect(lines.join("\n")).toContain("it is not built: run `pnpm build`");
  expect(lines.at(-1)).toBe(
    "0 hold, 1 drifted, 1 could not be checked: correct the findings above, then run `pnpm check drifted blocked`",
  );
});

test("a failure that is nobody's drift is not swallowed", async () => {
  const broken: Check = { ...sound, run: () => Promise.reject(new TypeError("a bug")) };
  await expect(run([broken])).rejects.toThrow("a bug");
});

test("leaves out what is excepted, and knows no other names", async () => {
  expect(await run([sound, drifted], "--except", "drifted")).toBe(0);
  expect(lines.join("\n")).not.toContain("checking drifted");
  await expect(run([sound], "--except", "drifted")).rejects.toThrow(UsageError);
});

test("runs only what is named, and updates only when asked", async () => {
  expect(await run([sound, drifted], "sound")).toBe(0);
  expect(lines.join("\n")).not.toContain("wrote");
  expect(await run([sound, drifted], "sound", "--update")).toBe(0);
  expect(lines).toContain("wrote /repository/report");
});

test("unknown names and options are refused with what there is", async () => {
  await expect(run([sound, drifted], "sund")).rejects.toThrow(UsageError);
  await expect(run([sound, drifted], "sund")).rejects.toThrow("the checks are sound, drifted");
  await expect(run([sound], "--all")).rejects.toThrow(UsageError);
  expect(await run([sound], "--help")).toBe(0);
});
