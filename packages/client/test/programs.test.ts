/** Tests that the usage in the official README prints the same with both packages. Only one import differs. */
import { startEmulator } from "@acs-chat/emulator";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const run = promisify(execFile);
const here = fileURLToPath(new URL(".", import.meta.url));

test("prints the same output as the official client", async () => {
  // Inside this package, so that both packages can be resolved.
  const folder = await mkdtemp(join(here, ".programs-"));
  try {
    await using emulator = await startEmulator({
      https: { certificateFolder: join(folder, "certificates") },
    });
    const source = await readFile(join(here, "programs/usage.ts"), "utf8");
    const outputOf = async (packageName: string, endpoint: string) => {
      const file = join(folder, `${packageName.replaceAll(/\W/g, "-")}.ts`);
      await writeFile(
        file,
        source.replace('"@azure/communication-chat"', JSON.stringify(packageName)),
      );
      const [ada, grace, alan] = [
        await emulator.createUser(),
        await emulator.createUser(),
        await emulator.createUser(),
      ];
      const env = {
        ...process.env,
        NODE_EXTRA_CA_CERTS: emulator.caCertificate,
        ENDPOINT: endpoint,
        TOKEN: ada.token,
        GRACE: grace.id,
        ALAN: alan.id,
      };
      const { stdout } = await run(process.execPath, [file], { env });
      return stdout;
    };
    // The official client refuses http, even to this machine.
    const official = await outputOf("@azure/communication-chat", emulator.httpsEndpoint!);
    expect(official).toContain("gone true RestError 404");
    expect(await outputOf("@acs-chat/client", emulator.httpsEndpoint!)).toBe(official);
    expect(await outputOf("@acs-chat/client", emulator.endpoint)).toBe(official);
  } finally {
    await rm(folder, { recursive: true });
  }
});
