import { ChatClient, ChatThreadClient } from "@acs-chat/client";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import ts from "typescript";
import { root } from "./markdown.ts";

/** A row of a guide's table: a method of another client and the corresponding one of ours. */
interface Row {
  readonly theirs: string;
  readonly ours: string;
}

/** Returns the rows of a guide's table below the bold name of a class, up to the next bold name. */
function rowsOf(guide: string, className: string): Row[] {
  const text = readFileSync(join(root, `docs/${guide}.md`), "utf8");
  const [, below] = text.split(`\n| **\`${className}\`** | |\n`);
  const table = below!.split(/\n\n|\n\| \*\*/)[0]!;
  return table.split("\n").map((line) => {
    const [, theirs, ours] = /^\| (.*?) \| (.*) \|$/.exec(line)!;
    return { theirs: theirs!, ours: ours! };
  });
}

/** Returns the names in code at the beginning of a cell or after a comma. */
const namesIn = (cell: string): string[] =>
  [...cell.matchAll(/(?:^|, )`(?:new )?(\w+)/g)].map(([, name]) => name!);

/** Returns the public members of a class in the official declarations. */
function declared(className: string): string[] {
  const entry = fileURLToPath(import.meta.resolve("@azure/communication-chat"));
  const file = `${className[0]!.toLowerCase()}${className.slice(1)}.d.ts`;
  const text = readFileSync(join(dirname(entry), file), "utf8");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  const found = source.statements.find(
    (one): one is ts.ClassDeclaration => ts.isClassDeclaration(one) && one.name?.text === className,
  );
  const names = found!.members
    .filter((member) => !(ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private))
    .map((member) =>
      ts.isConstructorDeclaration(member) ? className : member.name!.getText(source),
    );
  return [...new Set(names)];
}

/** Returns the public members of the classes in the official Python package, or the reason why they cannot be read. */
function inPython(): Record<string, string[]> | string {
  const script = `
import json, azure.communication.chat as chat
print(json.dumps({name: [m for m in dir(getattr(chat, name)) if not m.startswith("_")]
                  for name in ["ChatClient", "ChatThreadClient"]}))`;
  const { status, stdout } = spawnSync("/usr/bin/python3", ["-c", script], { encoding: "utf8" });
  if (status === 0) return JSON.parse(stdout) as Record<string, string[]>;
  return "the official Python clients are missing: apt-get install -y python3-azure";
}
const python = inPython();

describe.each([
  ["ChatClient", ChatClient.prototype as object],
  ["ChatThreadClient", ChatThreadClient.prototype as object],
])("%s", (className, prototype) => {
  /** Members that are not on the prototype. */
  const own = new Set([className, "threadId"]);
  const here = (name: string) => own.has(name) || name in prototype;

  test("is documented with every member of the official JavaScript client, and has them all", () => {
    const names = declared(className);
    expect(names.length).toBeGreaterThan(7);
    const rows = rowsOf("from-azure-communication-chat", className);
    const listed = rows.flatMap(({ theirs }) => namesIn(theirs));
    expect(names.filter((name) => !listed.includes(name))).toEqual([]);
    const beta = new Set(["uploadImage", "getImage", "deleteImage"]);
    expect(listed.filter((name) => !names.includes(name) && !beta.has(name))).toEqual([]);
    expect(listed.filter((name) => !here(name))).toEqual([]);
  });

  test("is documented with every member of the official Python client", ({ skip }) => {
    if (typeof python === "string") {
      // CI installs the Python clients. No test may be skipped there.
      if (process.env["CI"] === "true") throw new Error(python);
      console.log(`skipped: ${python}`);
      return skip(python);
    }
    const members = python[className]!;
    expect(members.length).toBeGreaterThan(4);
    const known = new Set([...members, className, "with"]);
    const listed = rowsOf("from-python", className).flatMap(({ theirs }) => namesIn(theirs));
    expect(members.filter((name) => !listed.includes(name))).toEqual([]);
    expect(listed.filter((name) => !known.has(name))).toEqual([]);
  });

  test("has every method that the guide for Python lists", () => {
    const named = rowsOf("from-python", className).flatMap(({ ours }) => namesIn(ours));
    expect(named.length).toBeGreaterThan(4);
    expect(named.filter((name) => !here(name))).toEqual([]);
  });
});
