import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A temporary repository for tests. */
export interface Fixture extends AsyncDisposable {
  readonly root: string;
  /** Writes files, by path relative to the repository; objects become JSON. */
  write(files: Readonly<Record<string, unknown>>): Promise<void>;
}

/** Creates a repository of these files in the system's temporary folder. */
export async function fixture(files: Readonly<Record<string, unknown>>): Promise<Fixture> {
  const root = await mkdtemp(join(tmpdir(), "check-"));
  const write: Fixture["write"] = async (more) => {
    for (const [path, content] of Object.entries(more)) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(
        join(root, path),
        typeof content === "string" ? content : JSON.stringify(content, undefined, 2),
      );
    }
  };
  await write(files);
  return { root, write, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}
