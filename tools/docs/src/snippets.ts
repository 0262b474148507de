import type { Snippet } from "./markdown.ts";

/** Where a name comes from that a snippet uses without importing it: what a reader knows from above. */
const known: Record<string, readonly string[]> = {
  "@acs-chat/client": ["ChatClient", "isChatServiceError", "throwIfInvalidParticipants"],
  "@acs-chat/rest": ["createChatContext", "listChatMessages"],
  "@acs-chat/emulator": ["startEmulator"],
  "@acs-chat/store": ["createChatStore"],
  "@azure/communication-common": ["AzureCommunicationTokenCredential"],
};

/** What a snippet may use as if it stood above it. */
const given =
  "endpoint, token, userId, credential, chat, thread, threadId, otherUserId, pngBytes, outputFolder";

/**
 * A module with the snippet in a function, so that it compiles where it stands and runs when it is
 * called with what readers take as given. The snippet's own imports move to the top. Tests are
 * modules as they stand.
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
  // Each block is a scope of its own, so that a snippet may declare what is given.
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
