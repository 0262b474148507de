import { runInNewContext } from "node:vm";

/**
 * Returns the values that a generated module defines, exported or not. The official packages do not export their
 * operation specifications, and Node cannot import the older packages, so this evaluates the object literals in the
 * code. Imports are resolved from `imports` by module name. The code before the line `from` is ignored.
 *
 * @throws Error if an import is not in `imports`, or the code does not only define data.
 */
export function evaluateModule(
  code: string,
  imports: Readonly<Record<string, unknown>> = {},
  from = "",
): Readonly<Record<string, unknown>> {
  const start = from === "" ? 0 : code.indexOf(from);
  if (start < 0) throw new Error(`"${from}" is not in the module`);
  const bindings: Record<string, unknown> = {};
  for (const [, clause = "", module = ""] of code.matchAll(/^import ([^"]+) from "([^"]+)";$/gm)) {
    const found = imports[module.replace(/\.js$/, "")];
    if (found === undefined) continue;
    const all = /^\* as (\w+)$/.exec(clause);
    if (all?.[1]) bindings[all[1]] = found;
    for (const [, name = "", local] of clause.matchAll(/(\w+)(?: as (\w+))?,?/g)) {
      if (!all) bindings[local ?? name] = (found as Record<string, unknown>)[name];
    }
  }
  const body = code
    .slice(start)
    .replaceAll(/^import .*;$/gm, "")
    .replaceAll(/^export (?=const|let)/gm, "");
  const names = [...body.matchAll(/^(?:const|let) (\w+) = /gm)].map(([, name]) => name);
  return runInNewContext(`${body}\n;({ ${names.join(", ")} });`, bindings) as Record<
    string,
    unknown
  >;
}
