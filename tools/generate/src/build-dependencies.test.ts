import { afterEach, expect, test, vi } from "vitest";
import { BuildError, builtFor } from "./built.ts";

afterEach(() => void vi.unstubAllEnvs());

const lines: string[] = [];
const log = (line: string) => void lines.push(line);

test("what cannot be built is shown, and an error that says what to do", async () => {
  vi.stubEnv("TURBO_HASH", undefined);
  const building = builtFor("@acs-chat/no-such-package", log);
  await expect(building).rejects.toThrow(BuildError);
  await expect(building).rejects.toThrow("see above");
  expect(lines.join("\n")).toContain("no-such-package");
});

test("what turbo runs has been built by turbo: nothing is started", async () => {
  vi.stubEnv("TURBO_HASH", "0123456789abcdef");
  await expect(builtFor("@acs-chat/no-such-package", log)).resolves.toBeUndefined();
});
