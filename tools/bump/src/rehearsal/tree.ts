import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { type ScratchCopy, scratchCopy } from "@acs-chat/check";
import { generate, targets } from "@acs-chat/generate";
import { isPartOfSpecification } from "../request.ts";
import { specUpTo } from "./spec-up-to.ts";

const exec = promisify(execFile);

/** Reads the chat specification of a repository, by file name. */
export async function specificationOf(root: string): Promise<Map<string, string>> {
  const folder = join(root, "specs/chat");
  const sources = new Map<string, string>();
  for (const name of (await readdir(folder)).filter(isPartOfSpecification)) {
    sources.set(name, await readFile(join(folder, name), "utf8"));
  }
  return sources;
}

/**
 * Creates a temporary checkout of the repository, committed. With `version`, its specification is the one from when
 * that version was the newest, and the checkout is generated again.
 */
export async function checkout(root: string, version?: string): Promise<ScratchCopy> {
  const copy = await scratchCopy(root);
  if (version !== undefined) {
    const sources = specUpTo(await specificationOf(copy.root), version);
    for (const [name, text] of sources) await writeFile(join(copy.root, "specs/chat", name), text);
    await generate([], { root: copy.root, targets, log: () => {} });
  }
  await git(copy.root, "add", "--all");
  await git(copy.root, "commit", "--quiet", "--message", "As it was");
  return copy;
}

/** Commits one more file to a checkout, and sets a release tag. */
export async function releaseWith(
  root: string,
  tag: string,
  path: string,
  text: string,
): Promise<void> {
  await writeFile(join(root, path), text);
  await git(root, "add", path);
  await git(root, "commit", "--quiet", "--message", "Release");
  await git(root, "tag", tag);
}

function git(root: string, ...args: string[]) {
  const author = ["-c", "user.name=Rehearsal", "-c", "user.email=rehearsal@localhost"];
  return exec("git", [...author, ...args], { cwd: root, maxBuffer: 2 ** 26 });
}

/** Returns the lines of `git status --porcelain` in a checkout. */
export async function statusOf(root: string): Promise<string[]> {
  const { stdout } = await git(root, "status", "--porcelain", "--untracked-files=all");
  return stdout.split("\n").filter((line) => line !== "");
}
