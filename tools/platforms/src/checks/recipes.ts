import { join } from "node:path";
import { recipeFiles, writeRecipe } from "@acs-chat/docs/recipes";
import type { Check } from "../check.ts";
import { run } from "../process.ts";

/** Returns a check for a recipe of docs/test-runners.md. */
const recipe = (name: string, id: string, program: string, ...args: readonly string[]): Check => ({
  name,
  async run({ folder }) {
    const project = join(folder, id);
    const modules = join(folder, "node_modules");
    const files = recipeFiles("docs/test-runners.md", id);
    writeRecipe(files, project, { private: true }, modules);
    await run(program, args, {
      cwd: project,
      env: { PATH: `${join(modules, ".bin")}:${process.env["PATH"]}` },
    });
  },
});

// The command that the guide shows for package.json.
const jest = ["node", "--experimental-vm-modules", "node_modules/jest/bin/jest.js"] as const;

/** The recipes for Jest. */
export const recipes: readonly Check[] = [
  recipe("jest with exec", "jest-exec", "acs-chat-emulator", "exec", "--", ...jest),
  recipe("jest with globalSetup", "jest-setup", "jest"),
  recipe("jest with the library", "jest-library", ...jest),
];
