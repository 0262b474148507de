import type { Report } from "./change.ts";
import type { Contract, Union } from "./contract.ts";
import { diffEnum } from "./diff-enums.ts";
import { diffModel } from "./diff-models.ts";
import { diffText } from "./diff-parts.ts";
import { diffVariants, type SameName } from "./diff-shapes.ts";
import type { Renames } from "./renames.ts";
import type { Usage } from "./usage.ts";

const UNUSED: Usage = { request: false, answer: false, operations: [] };

/** Reports the differences between the models, enumerations and unions of two contracts. */
export function diffTypes(
  before: Contract,
  after: Contract,
  renames: Renames,
  usage: ReadonlyMap<string, Usage>,
  report: Report,
): void {
  const newNames = new Set(renames.values());
  const same: SameName = (old, now) => old === now || renames.get(old) === now;
  const use = (name: string): Usage => usage.get(name) ?? UNUSED;

  diffNamed("model", before.models, after.models, (old, now) =>
    diffModel(old, now, use(now.name), same, report),
  );
  diffNamed("enum", before.enums, after.enums, (old, now) =>
    diffEnum(old, now, use(now.name), report),
  );
  diffNamed("union", before.unions, after.unions, (old, now) =>
    diffUnion(old, now, use(now.name), same, report),
  );

  function diffNamed<Type extends { readonly name: string }>(
    what: "model" | "enum" | "union",
    olds: ReadonlyMap<string, Type>,
    news: ReadonlyMap<string, Type>,
    diff: (old: Type, now: Type) => void,
  ): void {
    for (const [name, old] of olds) {
      const now = news.get(renames.get(name) ?? name);
      const at = { place: name, operations: use(name).operations };
      if (now === undefined) {
        report({ class: "removal", kind: `${what}-removed`, ...at });
        continue;
      }
      if (now.name !== name) {
        const because = "only the name in generated code changes, requests and responses do not";
        const names = { before: name, after: now.name };
        report({ class: "breaking", kind: `${what}-renamed`, ...at, ...names, because });
      }
      diff(old, now);
    }
    for (const name of news.keys()) {
      if (olds.has(name) || newNames.has(name)) continue;
      const { operations } = use(name);
      report({ class: "addition", kind: `${what}-added`, place: name, operations });
    }
  }
}

function diffUnion(old: Union, now: Union, used: Usage, same: SameName, report: Report): void {
  const at = { place: now.name, operations: used.operations };
  diffText(old, now, at, report);
  if (old.discriminator !== now.discriminator) {
    const marks = { before: old.discriminator ?? "none", after: now.discriminator ?? "none" };
    report({ class: "breaking", kind: "discriminator-changed", ...at, ...marks });
  }
  diffVariants(old.variants, now.variants, { ...at, direction: used }, same, report);
}
