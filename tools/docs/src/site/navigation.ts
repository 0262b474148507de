/** The contents of the site and their order. Add new guides here. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../markdown.ts";

/** A group of the menu. */
export interface Section {
  readonly label: string;
  /** Markdown files, relative to the repository. */
  readonly files: readonly string[];
  readonly collapsed?: boolean;
}

const guides = (...names: readonly string[]) => names.map((name) => `docs/${name}.md`);

/** The public packages, in the order of the menu. */
export const packages: readonly string[] = [
  "client",
  "store",
  "react",
  "rest",
  "emulator",
  "codegen",
];

/** The groups of written pages. The groups of generated pages follow them. */
export const sections: readonly Section[] = [
  {
    label: "Build a chat app",
    files: guides(
      "getting-started",
      "backend-tokens",
      "client",
      "realtime",
      "store",
      "retries",
      "errors",
      "rest",
      "limits",
      "from-azure-communication-chat",
      "from-python",
    ),
  },
  {
    label: "Test without the cloud",
    files: [...guides("testing", "test-runners", "containers"), "packages/emulator/README.md"],
  },
  {
    label: "Generate a client",
    files: [
      ...guides("generator", "generator-scenarios", "new-api-version"),
      "packages/codegen/README.md",
    ],
  },
  {
    label: "Look it up",
    files: guides(
      "troubleshooting",
      "cheat-sheet-client",
      "cheat-sheet-rest",
      "cheat-sheet-emulator",
      "platforms",
      "api-versions",
    ),
  },
  {
    label: "Contribute",
    files: ["CONTRIBUTING.md", "ARCHITECTURE.md", "SUPPORT.md", "SECURITY.md"],
    collapsed: true,
  },
];

/** The parts of a public package's package.json that the site shows. */
export interface PackageInfo {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly description: string;
}

export function packageOf(folder: string): PackageInfo {
  const manifest = readFileSync(join(root, "packages", folder, "package.json"), "utf8");
  return { ...(JSON.parse(manifest) as Omit<PackageInfo, "folder">), folder };
}
