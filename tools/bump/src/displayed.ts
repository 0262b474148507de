import { relative } from "node:path";
import type { Place } from "@acs-chat/codegen/contract";

/** A place with the path as the user wants to read it: relative to where the command was started. */
export function displayed({ file, pointer }: Place): Place {
  const short = relative(process.env["INIT_CWD"] ?? process.cwd(), file);
  return { file: short.startsWith("..") ? file : short, pointer };
}
