import {
  closeSync,
  createWriteStream,
  fstatSync,
  openSync,
  readSync,
  writeFileSync,
  type WriteStream,
} from "node:fs";
import { UsageError } from "./arguments.ts";

/**
 * Checks that a snapshot can be written later, so that an invalid path fails before the run, not
 * after it. Creates the file if it does not exist. An earlier snapshot stays until the run ends.
 * @throws {@link UsageError} if the file cannot be written, or contains something else.
 */
export function checkSnapshotFile(path: string): void {
  const option = "--snapshot-on-exit";
  closeSync(openOwn(option, path, /^\s*\{\s*"format":\s*1\b/, "a snapshot of the emulator"));
}

/** Replaces a file with a snapshot. */
export function writeSnapshotFile(path: string, snapshot: unknown): void {
  try {
    writeFileSync(path, `${JSON.stringify(snapshot)}\n`);
  } catch (error) {
    throw cannotWrite("--snapshot-on-exit", path, error);
  }
}

/**
 * Opens the debug file. Lines are appended, so that a failed start leaves an earlier log unchanged,
 * and emulators can share a file.
 * @throws {@link UsageError} if the file cannot be written, or contains something else.
 */
export function openDebugFile(path: string): WriteStream {
  const fd = openOwn("--debug", path, /^\{"(?:number|error)":/, "requests of the emulator");
  return createWriteStream(path, { fd }).on("error", (error) => {
    process.stderr.write(`acs-chat-emulator: --debug ${path}: ${error.message}\n`);
  });
}

/** Opens a file for appending. Refuses a file of another program, which would be damaged. */
function openOwn(option: string, path: string, beginning: RegExp, content: string): number {
  let file: number | undefined;
  try {
    file = openSync(path, "a");
    const found = fstatSync(file).isFile() ? start(path) : "";
    if (found === "" || beginning.test(found)) return file;
  } catch (error) {
    throw cannotWrite(option, path, error);
  }
  closeSync(file);
  throw new UsageError(
    `${option} ${path} contains something other than ${content}. It was left unchanged: give another file.`,
  );
}

/** Returns the first characters of a file. */
function start(path: string): string {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(100);
    return bytes.toString("latin1", 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

function cannotWrite(option: string, path: string, error: unknown): UsageError {
  const reason = error instanceof Error ? error.message : String(error);
  return new UsageError(`${option} ${path} cannot be written: ${reason}`, { cause: error });
}
