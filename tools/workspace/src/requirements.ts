import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Something from outside npm that a part of the tests needs. */
interface Requirement {
  readonly name: string;
  /** The Debian package that brings it. */
  readonly debian: string;
  /** What cannot be tested without it. */
  readonly part: string;
  readonly present: () => boolean;
}

const given = process.env["CHROMIUM_PATH"];
const chromiums =
  given === undefined ? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"] : [given];

const requirements: readonly Requirement[] = [
  {
    name: "Chromium",
    debian: "chromium-headless-shell",
    part: "the tests in a browser",
    present: () => chromiums.some((path) => existsSync(path)),
  },
  {
    name: "curl",
    debian: "curl",
    part: "what the emulator's page copies as curl",
    present: () => existsSync("/usr/bin/curl"),
  },
  {
    name: "the official Python clients",
    debian: "python3-azure",
    part: "the official Python client on the emulator",
    present: () =>
      spawnSync("/usr/bin/python3", ["-c", "import azure.communication.chat"]).status === 0,
  },
];

/**
 * Installs what is missing where that is possible (root on Debian), and returns a line for
 * each part of the tests that has to be skipped.
 */
export function bringRequirements(log: (line: string) => void): string[] {
  const missing = requirements.filter((one) => !one.present());
  if (missing.length > 0 && process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    const packages = missing.map((one) => one.debian);
    log(`installing ${packages.join(", ")} with apt-get`);
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args: string[]) =>
      spawnSync("apt-get", ["-qq", "-o", "Dpkg::Use-Pty=0", ...args], {
        env,
        stdio: ["ignore", "ignore", "inherit"],
      });
    apt("update");
    // One by one: a package that this Debian does not have keeps no other away.
    for (const one of packages) apt("install", "-y", "--no-install-recommends", one);
  }
  return requirements
    .filter((one) => !one.present())
    .map((one) => `${one.part}: ${one.name} is missing (Debian package ${one.debian})`);
}
