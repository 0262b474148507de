import { join } from "node:path";
import { installPackages } from "@acs-chat/consumers";

/** Installs Azurite and `@hey-api/openapi-ts` outside of the workspace. Returns the folder with `node_modules`. */
export const installReferences = (): Promise<string> =>
  installPackages(join(import.meta.dirname, "../registry"));
