import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** An official package for one API version. */
export interface OfficialPackage {
  readonly apiVersion: string;
  /** The npm version of `@azure/communication-chat`. */
  readonly npmVersion: string;
  /** The alias of the installed package. */
  readonly alias: string;
}

/** The newest official package for each API version, ordered by API version. */
export const OFFICIAL_PACKAGES: readonly OfficialPackage[] = [
  official("2021-03-07", "1.0.0"),
  official("2021-09-07", "1.3.2"),
  official("2023-11-07", "1.4.0"),
  official("2024-03-07", "1.5.4"),
  official("2024-06-05-preview", "1.6.0-beta.7"),
  official("2025-03-15", "1.6.0"),
];

/**
 * Returns the folder of the package's generated code.
 *
 * @throws Error if the package is not installed, or has an unknown layout.
 */
export function generatedFolder({ alias, npmVersion }: OfficialPackage): string {
  const root = fileURLToPath(new URL(`../node_modules/${alias}/`, import.meta.url));
  const known = ["dist/esm/generated/src/", "dist-esm/src/generated/src/"];
  const folder = known.map((path) => `${root}${path}`).find((path) => existsSync(path));
  if (folder === undefined) {
    throw new Error(
      `@azure/communication-chat ${npmVersion}: no generated code in ${alias}; run pnpm install`,
    );
  }
  return folder;
}

function official(apiVersion: string, npmVersion: string): OfficialPackage {
  return { apiVersion, npmVersion, alias: `communication-chat-${npmVersion.replaceAll(".", "-")}` };
}
