import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { Check } from "../check.ts";
import { createNativeModules } from "../natives.ts";
import { run } from "../process.ts";
import { hasFeature, newerFeatures, removeFeature, talk } from "../realm.ts";

const bundleName = "react-native.bundle.js";

/** The path of the program in hermes-compiler for each platform of Node. */
const compilers: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: "linux64-bin/hermesc",
  darwin: "osx-bin/hermesc",
  win32: "win64-bin/hermesc.exe",
};

/** Creates a realm with the globals of a device. React Native's JavaScript defines the others. */
function createDevice(version: string): Record<string, unknown> {
  type Emitter = { emit(event: string, detail: unknown): void };
  const callable = new Map<string, () => Emitter>();
  const modules = createNativeModules(
    (event, detail) => callable.get("RCTDeviceEventEmitter")!().emit(event, detail),
    version,
  );
  const device = createContext({
    console,
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    RN$Bridgeless: true,
    RN$useAlwaysAvailableJSErrorHandling: true,
    RN$registerCallableModule: (name: string, create: () => Emitter) => callable.set(name, create),
    nativeModuleProxy: modules,
  }) as Record<string, unknown>;
  runInContext("globalThis.global = globalThis", device);
  return device;
}

/** Removes the {@link newerFeatures} that exist. */
function removeNewerFeatures(realm: Record<string, unknown>): void {
  for (const feature of newerFeatures) {
    if (hasFeature(realm, feature)) removeFeature(realm, feature);
  }
}

/** Compiles the bundle for Hermes. Throws if it contains syntax that React Native's engine does not support. */
async function compile(folder: string): Promise<void> {
  const compiler = compilers[process.platform];
  if (!compiler) throw new Error(`Hermes has no compiler for ${process.platform}`);
  const program = join(folder, "node_modules/hermes-compiler/hermesc", compiler);
  await run(program, ["-O0", "-emit-binary", "-w", "-out", "react-native.hbc", bundleName], {
    cwd: folder,
  });
}

/** Runs React Native's JavaScript, bundled with Metro, on our implementation of its native modules. */
export const reactNative: Check = {
  name: "react native",
  async run({ folder, environment }) {
    // Metro's cache is in the folder for temporary files.
    await run("node", ["metro.cjs"], { cwd: folder, env: { TMPDIR: folder } });
    await compile(folder);
    const manifest = join(folder, "node_modules/react-native/package.json");
    const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
    const device = createDevice(version);
    // Features of the engine, removed before other code can store a reference.
    removeNewerFeatures(device);
    runInContext(await readFile(join(folder, bundleName), "utf8"), device);
    await talk(device, environment);
    // Features of React Native that older releases do not have.
    removeNewerFeatures(device);
    await talk(device, environment);
  },
};
