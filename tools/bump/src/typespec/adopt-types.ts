import { SyntaxKind } from "@typespec/compiler/ast";
import type { Draft, Located } from "./draft.ts";
import { inOneLine, type Part, partOf, wireOf } from "./parts.ts";
import { decorated, type Written, type WrittenType } from "./written.ts";
import { forSpecification } from "./client-decorators.ts";

/** A property that is treated as renamed: it disappeared, and one with the same type appeared. */
export interface TakenForRename {
  readonly model: string;
  readonly from: string;
  readonly to: string;
}

/** Writes the changes of models, enumerations, unions and other types. */
export function adoptTypes(
  into: Draft,
  before: Written,
  after: Written,
): readonly TakenForRename[] {
  const renames: TakenForRename[] = [];
  for (const [name, now] of after.types) {
    into.note(name, now.place);
    for (const part of now.parts.keys()) into.note(`${name}.${part}`, after.placeOf(name, part));
    const old = before.types.get(name);
    const located = into.find(name);
    if (old === undefined && located !== undefined) revive(into, located, now);
    else if (old === undefined)
      into.declare(name, decorated(forSpecification(into, now), into.added));
    else if (located === undefined) {
      if (isChanged(old, now))
        into.stop(
          now.place,
          `${name} changed, but the specification does not declare it. Write the change by hand`,
        );
    } else {
      renames.push(...adoptType(into, located, old, now, after));
    }
  }
  for (const name of before.types.keys()) {
    const located = into.find(name);
    if (!after.types.has(name) && located !== undefined)
      into.remove(located, located.node.pos, located.members);
  }
  return renames;
}

function isChanged(old: WrittenType, now: WrittenType): boolean {
  return wireOfType(old) !== wireOfType(now);
}

function wireOfType({ head, nameless, rest, parts }: WrittenType): string {
  return JSON.stringify([head, nameless, rest, [...parts.values()].map(wireOf)]);
}

/** Adds a type again that an older version had and a later one removed. */
function revive(into: Draft, located: Located, now: WrittenType): void {
  into.decorate(located, located.node.pos, into.added);
  for (const part of now.parts.values()) {
    if (into.memberIn(now.name, part.name) === undefined) addPart(into, located, part);
  }
}

function adoptType(
  into: Draft,
  located: Located,
  old: WrittenType,
  now: WrittenType,
  after: Written,
): readonly TakenForRename[] {
  const { name } = now;
  if (!isChanged(old, now)) return [];
  if (!adoptOpenness(into, located, old, now) && !isSameFrame(old, now)) {
    into.stop(
      now.place,
      `${name} was "${describe(old)}" and is "${describe(now)}": TypeSpec has no versioning decorator for this. Write the change by hand`,
    );
    if (old.kind !== now.kind) return [];
  }
  const gone = [...old.parts.values()].filter((one) => !now.parts.has(one.name));
  const come = [...now.parts.values()].filter((one) => !old.parts.has(one.name));
  const isModel = now.kind === SyntaxKind.ModelStatement;
  const pairs = isModel ? renamed(gone, come) : [];
  for (const [from, to] of pairs) renamePart(into, located, from, to);
  for (const part of gone) {
    if (pairs.some(([from]) => from === part)) continue;
    const member = into.memberIn(name, part.name);
    if (member !== undefined) into.decorate(located, member.pos, into.removed);
  }
  for (const part of come) {
    if (pairs.some(([, to]) => to === part)) continue;
    const member = into.memberIn(name, part.name);
    if (member !== undefined) into.decorate(located, member.pos, into.added);
    else addPart(into, located, part);
  }
  for (const part of now.parts.values()) {
    const known = old.parts.get(part.name);
    if (known !== undefined) adoptPart(into, located, known, part, after);
  }
  return pairs.map(([from, to]) => ({ model: name, from: from.name, to: to.name }));
}

function isSameFrame(old: WrittenType, now: WrittenType): boolean {
  return (
    old.head === now.head && old.rest === now.rest && String(old.nameless) === String(now.nameless)
  );
}

function describe({ head, nameless, rest }: WrittenType): string {
  return inOneLine([head, rest, ...nameless].join(" "));
}

/** Opens a union to other values than it lists, or closes it. Returns false if nothing was opened or closed. */
function adoptOpenness(into: Draft, located: Located, old: WrittenType, now: WrittenType): boolean {
  const [closed, open] = [SyntaxKind.EnumStatement, SyntaxKind.UnionStatement];
  const isUnion = located.node.kind === open;
  if (!isUnion || old.kind === now.kind || ![closed, open].includes(now.kind)) return false;
  const free = located.members.find((one) => one.name === undefined);
  if (now.kind === closed && free !== undefined) into.decorate(located, free.pos, into.removed);
  else if (now.kind === open && free === undefined)
    into.append(located, `${into.added}\n${now.nameless[0] ?? "string"},`);
  else return false;
  return true;
}

function addPart(into: Draft, located: Located, part: Part): void {
  const name = located.node.id.sv;
  const text = decorated(
    forSpecification(into, { ...part, name: `${name}.${part.name}` }),
    into.added,
  );
  into.append(located, `${text}${located.node.kind === SyntaxKind.ModelStatement ? ";" : ","}`);
}

function renamePart(into: Draft, located: Located, from: Part, to: Part): void {
  const member = into.memberIn(located.node.id.sv, from.name);
  if (member?.name === undefined) return;
  into.decorate(
    located,
    member.pos,
    `@renamedFrom(Versions.${into.member}, ${JSON.stringify(from.name)})`,
  );
  into.replace(located.file, member.name.pos, member.name.end, to.name);
}

/** Writes that a property has another type, or became required or optional. */
function adoptPart(into: Draft, located: Located, old: Part, now: Part, after: Written): void {
  const type = located.node.id.sv;
  const place = after.placeOf(type, now.name);
  if (String(old.decorators) !== String(now.decorators) || old.fallback !== now.fallback) {
    const [was, is] = [old, now].map((part) =>
      [...part.decorators, part.fallback === "" ? "" : `= ${part.fallback}`].join(" ").trim(),
    );
    into.stop(
      place,
      `${type}.${now.name} was "${was}" and is "${is}": TypeSpec cannot change this for one API version alone. Change it by hand if it applies to all of them, else leave it`,
    );
  }
  const member = into.memberIn(type, now.name);
  if (old.optional === now.optional && old.type === now.type) return;
  if (member === undefined) {
    return into.stop(
      place,
      `${type}.${now.name} changed, but the specification does not declare it in ${type}. Write the change by hand`,
    );
  }
  changePart(into, located, member.pos, member, old, now);
}

/** Writes a new type, or that a property became required or optional, with decorators that record the earlier state. */
export function changePart(
  into: Draft,
  located: Located,
  pos: number,
  member: NonNullable<ReturnType<Draft["memberIn"]>>,
  old: Part,
  now: Part,
): void {
  const { file, text } = located;
  const own = partOf(text, member);
  if (own === undefined || member.name === undefined) return;
  const version = `Versions.${into.member}`;
  const decorators: string[] = [];
  if (old.optional !== now.optional)
    decorators.push(`@${now.optional ? "madeOptional" : "madeRequired"}(${version})`);
  if (old.type !== now.type) decorators.push(`@typeChangedFrom(${version}, ${own.type})`);
  into.decorate(located, pos, ...decorators);
  const rest = text.slice(member.name.end, member.end);
  const [head = ""] = /^\??\s*:\s*/.exec(rest) ?? [];
  const fallback = own.fallback === "" ? "" : ` = ${own.fallback}`;
  into.replace(
    file,
    member.name.end,
    member.end,
    `${now.optional ? "?" : ""}: ${old.type === now.type ? rest.slice(head.length) : `${now.type}${fallback}`}`,
  );
}

/** Pairs a removed property with an added one, if they are alike and neither is like any other. */
function renamed(gone: readonly Part[], come: readonly Part[]): [Part, Part][] {
  return gone.flatMap((from) => {
    const candidates = come.filter((to) => areAlike(from, to));
    const rivals = gone.filter((other) => candidates.some((to) => areAlike(other, to)));
    const [to] = candidates;
    return to !== undefined && candidates.length === 1 && rivals.length === 1
      ? [[from, to] as [Part, Part]]
      : [];
  });
}

function areAlike(a: Part, b: Part): boolean {
  return (
    a.optional === b.optional && a.type === b.type && String(a.decorators) === String(b.decorators)
  );
}
