import type { Draft } from "./draft.ts";

/**
 * Returns the text of a declaration or member without decorators for client generators, which it writes into
 * client.tsp.
 *
 * @param name - The name in the specification, such as `ChatThread.getChatMessage`.
 */
export function forSpecification(
  into: Draft,
  { name, text }: { readonly name: string; readonly text: string },
): string {
  return text.replaceAll(
    /^@Azure\.ClientGenerator\.Core\.([\w.]+)(?:\((.*)\))?\n/gm,
    (_, decorator: string, given: string | undefined, at: number) => {
      const target = targetOf(text, at, name);
      const isUsual = given === JSON.stringify(target.split(".").at(-1));
      if (decorator !== "clientName" || !isUsual) {
        const scope = `${into.namespace}.${target}${given === undefined ? "" : `, ${given}`}`;
        into.tellClients(`@@Azure.ClientGenerator.Core.${decorator}(${scope});`);
      }
      return "";
    },
  );
}

/** Returns the name of what a decorator applies to: the declaration, a member of it, or a parameter. */
function targetOf(text: string, at: number, name: string): string {
  const line = text
    .slice(at)
    .split("\n")
    .find((one) => !/^(@[\w.]+(\(.*\))?$|\/\*\*|\s*\*|#)/.test(one));
  if (line === undefined || /^(model|union|enum|scalar|interface)\b/.test(line)) return name;
  const parameter = /^@\w+(?:\([^)]*\))? `?([\p{L}_$][\p{L}\p{N}_$]*)`?\??:/u.exec(line)?.[1];
  if (parameter !== undefined) return `${name}::parameters.${parameter}`;
  const member = /^`?([\p{L}_$][\p{L}\p{N}_$]*)`?\??:/u.exec(line)?.[1];
  return member === undefined || name.endsWith(`.${member}`) ? name : `${name}.${member}`;
}
