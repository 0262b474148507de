import { runInNewContext } from "node:vm";

/**
 * The values that a generated module defines, exported or not. The official packages do not export their operation
 * specifications, and the older ones cannot be imported by Node at all; but what matters in them is object literals.
 * Imports are taken from `imports` by module name, and the code in front of `from` is left out.
 *
 * @throws Error if an import is not in `imports`, or the code does something else than define data.
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
