import type { DeclaredEnum, Declarations, Member } from "./upstream-types.ts";

/** Reads the interfaces, string unions and enums of generated TypeScript. */
export function readDeclarations(source: string): Declarations {
  const code = withoutComments(source);
  const interfaces = new Map<string, ReadonlyMap<string, Member>>();
  for (const [, name = "", body = ""] of code.matchAll(
    /^export (?:declare )?interface (\w+)[^{]*\{\n([\s\S]*?)^\}/gm,
  )) {
    interfaces.set(name, readMembers(body));
  }
  const known = new Map<string, readonly string[]>();
  for (const [, name = "", body = ""] of code.matchAll(
    /^export (?:declare )?(?:const )?enum Known(\w+) \{\n([\s\S]*?)^\}/gm,
  )) {
    known.set(name, literalsIn(body));
  }
  const enums = new Map<string, DeclaredEnum>();
  for (const [, name = "", type = ""] of code.matchAll(
    /^export (?:declare )?type (\w+) =([^;]+);/gm,
  )) {
    const values = known.get(name);
    if (type.trim() === "string" && values) enums.set(name, { open: true, values });
    else if (isLiterals(type)) enums.set(name, { open: false, values: literalsIn(type) });
  }
  return { interfaces, enums };
}

/**
 * Returns the parameter types of a method in a generated class, by parameter name.
 *
 * @throws Error if the method does not exist.
 */
export function readArguments(source: string, method: string): ReadonlyMap<string, string> {
  const found = new RegExp(`^ +(?:async )?${method}\\(([^)]*)\\)`, "m").exec(
    withoutComments(source),
  );
  if (!found) throw new Error(`no method ${method} is declared`);
  const types = new Map<string, string>();
  for (const [, name = "", type = ""] of (found[1] ?? "").matchAll(/(\w+)\??: ([^,\n]+)/g)) {
    types.set(name, type.trim());
  }
  return types;
}

/** Returns the string literals in TypeScript code, in order. */
export function literalsIn(code: string): string[] {
  return [...code.matchAll(/"([^"]*)"/g)].map(([, value = ""]) => value);
}

/** Whether a TypeScript type is one string literal or a union of them. */
export function isLiterals(type: string): boolean {
  return /^\s*\|?\s*"[^"]*"(\s*\|\s*"[^"]*")*\s*$/.test(type);
}

function readMembers(body: string): ReadonlyMap<string, Member> {
  const members = new Map<string, Member>();
  for (const [, readOnly, name = "", optional, type = ""] of body.matchAll(
    /^ +(readonly )?(\w+)(\?)?: (\{[\s\S]*?\}|[^;{]+);$/gm,
  )) {
    members.set(name, { required: optional === undefined, readOnly: readOnly !== undefined, type });
  }
  return members;
}

function withoutComments(source: string): string {
  return source.replaceAll("\r\n", "\n").replaceAll(/^ *\/\*[\s\S]*?\*\/\n?/gm, "");
}
