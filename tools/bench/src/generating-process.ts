/** Compiles the chat specification once, with or without our emitter, and prints the milliseconds. */
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, NodeHost } from "@typespec/compiler";

const emitter = dirname(fileURLToPath(import.meta.resolve("@acs-chat/codegen/package.json")));
const started = performance.now();
const program = await compile(
  // No files are written, because only the generation is measured.
  { ...NodeHost, mkdirp: async (path) => path, writeFile: async () => {} },
  join(import.meta.dirname, "../../../specs/chat/client.tsp"),
  process.argv[2] === "emitting"
    ? {
        emit: [emitter],
        options: {
          "@acs-chat/codegen": {
            "package-name": "@acs-chat/rest",
            "api-version": "all",
            "emitter-output-dir": import.meta.dirname,
          },
        },
      }
    : { noEmit: true },
);
if (program.diagnostics.length > 0) throw new Error(program.diagnostics[0]!.message);
console.log(performance.now() - started);
