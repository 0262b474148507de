import type { Snippet } from "./markdown.ts";

/** The imports for names that snippets use without importing them, because the text above introduced them. */
const known: Record<string, readonly string[]> = {
  "@acs-chat/client": ["ChatClient", "isChatServiceError", "throwIfInvalidParticipants"],
  "@acs-chat/rest": ["createChatContext", "listChatMessages"],
  "@acs-chat/emulator": ["startEmulator"],
  "@acs-chat/store": ["createChatStore"],
  "@azure/communication-common": ["AzureCommunicationTokenCredential"],
};

/** The variables that snippets use without declaring them. */
const given =
  "endpoint, token, userId, credential, chat, thread, threadId, otherUserId, pngBytes, outputFolder";

/**
 * Returns a module with the snippet in a function whose parameter contains the variables that
 * snippets do not declare. The snippet's imports are moved to the top. A test file is returned
 * unchanged.
 */
export function moduleOf(snippet: Snippet, preludes: readonly Snippet[]): string {
  if (snippet.kind === "vitest") return snippet.code;
  const importLine = /^import [\s\S]*?;$/gm;
  const blocks = [...preludes, snippet].map(({ code }) => ({
    imports: code.match(importLine) ?? [],
    body: code.replace(importLine, ""),
  }));
  const imports = [...new Set(blocks.flatMap((block) => block.imports))];
  const imported = imports.join("\n");
  const bodies = blocks.map((block) => block.body).join("\n");
  const added = Object.entries(known).flatMap(([from, names]) => {
    const wanted = names.filter((name) => uses(bodies, name) && !uses(imported, name));
    return wanted.length > 0 ? [`import { ${wanted.join(", ")} } from "${from}";`] : [];
  });
  // Each snippet has its own block, so that it can declare a variable with the name of a given one.
  const nested = blocks.map((block) => `{\n${block.body}`).join("\n");
  return [
    `// ${snippet.file}:${snippet.line}`,
    ...added,
    ...imports,
    `import type { Given } from "../src/given.ts";`,
    `export default async function snippet({ ${given} }: Given): Promise<void> {`,
    `void [${given}];`,
    nested,
    "}".repeat(blocks.length),
    "}",
    "",
  ].join("\n");
}

function uses(text: string, name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(text);
}
