import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./process.ts";

const root = join(import.meta.dirname, "../../..");

/** The packages of the platforms with the tested versions. */
const platforms: Readonly<Record<string, string>> = {
  "@react-native/metro-config": "0.88.1",
  bun: "1.4.5",
  deno: "2.9.6",
  "happy-dom": "21.0.4",
  jest: "30.5.2",
  "jest-environment-jsdom": "30.5.2",
  "jest-fixed-jsdom": "0.0.11",
  jsdom: "31.0.1",
  metro: "0.87.1",
  miniflare: "4.20260730.0",
  "react-native": "0.88.1",
  vitest: "5.1.1",
};

/** Creates a project outside of the workspace with the packed packages and all platforms. */
export async function createProject(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const [rest, client, store, emulator] = [
    await pack("rest", folder),
    await pack("client", folder),
    await pack("store", folder),
    await pack("emulator", folder),
  ];
  const { dependencies } = JSON.parse(
    await readFile(join(root, "packages/client/package.json"), "utf8"),
  ) as { dependencies: Record<string, string> };
  const workspace = await readFile(join(root, "pnpm-workspace.yaml"), "utf8");
  const common = "@azure/communication-common";
  if (!dependencies[common]) throw new Error(`@acs-chat/client no longer depends on ${common}`);
  const catalog = (name: string) => new RegExp(`"${name}": (\\S+)`).exec(workspace)![1];
  const manifest = {
    name: "platforms",
    private: true,
    dependencies: {
      ...platforms,
      "@acs-chat/client": `file:${client}`,
      "@acs-chat/store": `file:${store}`,
      "@acs-chat/emulator": `file:${emulator}`,
      [common]: catalog(common),
      // The recipes of docs/test-runners.md also use Microsoft's clients.
      "@azure/communication-chat": catalog("@azure/communication-chat"),
      "@azure/communication-identity": catalog("@azure/communication-identity"),
    },
  };
  await writeFile(join(folder, "package.json"), JSON.stringify(manifest));
  const settings = {
    packages: ["."],
    strictDepBuilds: false,
    // Metro and Jest require a flat node_modules folder.
    nodeLinker: "hoisted",
    // Their install scripts select the binary for this machine.
    allowBuilds: { bun: true, deno: true },
    overrides: { "@acs-chat/rest": `file:${rest}`, "@acs-chat/client": `file:${client}` },
  };
  // JSON is YAML.
  await writeFile(join(folder, "pnpm-workspace.yaml"), JSON.stringify(settings));
  await run("pnpm", ["install", "--prefer-offline", "--no-frozen-lockfile"], {
    cwd: folder,
    env: { CI: "" },
    timeout: 600_000,
  });
  await cp(join(import.meta.dirname, "../programs"), folder, { recursive: true });
}

/** Packs a package as `pnpm publish` does. Returns the path of the tarball. */
async function pack(name: string, folder: string): Promise<string> {
  await run("pnpm", ["pack", "--pack-destination", folder], { cwd: join(root, "packages", name) });
  const tarball = (await readdir(folder)).find((file) => file.startsWith(`acs-chat-${name}-`));
  return join(folder, tarball!);
}
