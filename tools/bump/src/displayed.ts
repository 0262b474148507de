import { relative } from "node:path";
import type { Place } from "@acs-chat/codegen/contract";

/** Returns a place with its path relative to the folder in which the user started the command. */
export function displayed({ file, pointer }: Place): Place {
  const short = relative(process.env["INIT_CWD"] ?? process.cwd(), file);
  return { file: short.startsWith("..") ? file : short, pointer };
}
