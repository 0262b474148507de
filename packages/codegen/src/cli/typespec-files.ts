import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { formatTypeSpec, normalizePath } from "@typespec/compiler";
import { RefusedError } from "./refused-error.ts";

/** The first line of a written file. It contains a hash of the other lines. */
const FIRST_LINE = /^\/\/ Converted by @acs-chat\/codegen, text ([0-9a-f]{16})\..*\n/;

/**
 * Formats the TypeSpec files of a conversion for a folder.
 * @returns Content by absolute path.
 * @throws RefusedError if the folder has files that were edited after an earlier conversion, or that
 * are not from a conversion.
 */
export async function typeSpecFiles(
  files: ReadonlyMap<string, string>,
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const formatted = new Map<string, string>();
  for (const [file, text] of files) {
    const path = join(folder, file);
    const content = withFirstLine(await formatTypeSpec(text, { printWidth: 120 }));
    const before = await readFile(path, "utf8").catch(() => "");
    if (before !== "" && before !== content && !isUnedited(before)) {
      throw new RefusedError(
        `${relative(process.cwd(), path)} was edited or is not from a conversion, so it is not overwritten. Nothing was written. Pass another folder with --tsp, or move the file away.`,
      );
    }
    formatted.set(normalizePath(path), content);
  }
  return formatted;
}

function withFirstLine(text: string): string {
  return `// Converted by @acs-chat/codegen, text ${hashOf(text)}. An edited file is not overwritten.\n${text}`;
}

function isUnedited(content: string): boolean {
  // Git may have converted the line ends.
  const text = content.replaceAll("\r\n", "\n");
  const [line, hash] = FIRST_LINE.exec(text) ?? [];
  return line !== undefined && hash === hashOf(text.slice(line.length));
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
