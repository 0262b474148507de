/** generate.ts <document> <folder>: writes a client for an OpenAPI document with @hey-api/openapi-ts. */
import { createClient } from "@hey-api/openapi-ts";

const [input = "", output = ""] = process.argv.slice(2);
await createClient({
  input,
  output,
  // Errors are thrown, not written to files in the current folder.
  logs: { file: false, level: "silent" },
  plugins: ["@hey-api/client-fetch", "@hey-api/typescript", "@hey-api/sdk"],
});
