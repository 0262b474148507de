import { afterEach, expect, test, vi } from "vitest";
import { BuildError, buildDependencies } from "./build-dependencies.ts";

afterEach(() => void vi.unstubAllEnvs());

const lines: string[] = [];
const log = (line: string) => void lines.push(line);

test("prints the output of a failed build and throws an error that says what to do", async () => {
  vi.stubEnv("TURBO_HASH", undefined);
  const building = buildDependencies("@acs-chat/no-such-package", log);
  await expect(building).rejects.toThrow(BuildError);
  await expect(building).rejects.toThrow("fix the errors above");
  expect(lines.join("\n")).toContain("no-such-package");
});

test("builds nothing when turbo runs the command", async () => {
  vi.stubEnv("TURBO_HASH", "0123456789abcdef");
  await expect(buildDependencies("@acs-chat/no-such-package", log)).resolves.toBeUndefined();
});
