import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** A program from outside npm that some of the tests need. */
interface Requirement {
  readonly name: string;
  /** The Debian package that contains the program. */
  readonly debian: string;
  /** The tests that are skipped without the program. */
  readonly part: string;
  readonly present: () => boolean;
}

const configured = process.env["CHROMIUM_PATH"];
const chromiums =
  configured === undefined
    ? ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"]
    : [configured];

const requirements: readonly Requirement[] = [
  {
    name: "Chromium",
    debian: "chromium-headless-shell",
    part: "the browser tests",
    present: () => chromiums.some((path) => existsSync(path)),
  },
  {
    name: "curl",
    debian: "curl",
    part: 'the tests of "copy as curl" on the emulator\'s page',
    present: () => existsSync("/usr/bin/curl"),
  },
  {
    name: "the official Python clients",
    debian: "python3-azure",
    part: "the tests of the official Python client on the emulator",
    present: () =>
      spawnSync("/usr/bin/python3", ["-c", "import azure.communication.chat"]).status === 0,
  },
];

/**
 * Installs the missing programs when run as root on Debian. Returns a line for each part of the
 * tests that must be skipped.
 */
export function installRequirements(log: (line: string) => void): string[] {
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
    // Installed one by one: apt-get installs nothing if one of its packages is unknown.
    for (const one of packages) apt("install", "-y", "--no-install-recommends", one);
  }
  return requirements
    .filter((one) => !one.present())
    .map((one) => `${one.part}: ${one.name} is missing (Debian package ${one.debian})`);
}
