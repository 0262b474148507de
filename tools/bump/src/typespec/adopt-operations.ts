import { addOperation } from "./add-operation.ts";
import { changePart } from "./adopt-types.ts";
import { forSpecification } from "./client-decorators.ts";
import type { Draft, Located } from "./draft.ts";
import { type MemberNode, memberOf } from "./files.ts";
import { type Known, ownOperation } from "./known.ts";
import { byName, inOneLine, signatureOf, wireOf } from "./parts.ts";
import { routeKey, type Written, type WrittenOperation } from "./written.ts";

/** Writes the changes of operations. */
export function adoptOperations(into: Draft, before: Written, after: Written, known: Known): void {
  const groups = new Map<string, string[]>();
  const add = (one: WrittenOperation): void => {
    into.note(`${one.group}.${one.name}`, one.place);
    addOperation(into, one, known, after, groups);
  };
  const paired = new Set<WrittenOperation>();
  for (const old of before.operations) {
    const now = counterpart(old, before, after);
    const own = findOwn(into, old);
    if (now !== undefined) paired.add(now);
    if (now !== undefined) into.note(`${now.group}.${now.name}`, now.place);
    if (now === undefined) {
      if (own !== undefined) removeOperation(into, own);
    } else if (own === undefined) {
      if (isChanged(old, now))
        into.stop(
          now.place,
          `${now.id} changed, but the specification has no ${old.group}.${old.name}. Write the change by hand`,
        );
    } else if (isChanged(old, now)) {
      adoptOperation(into, own, old, now, known, add);
    }
  }
  for (const now of after.operations) {
    if (paired.has(now)) continue;
    const own = findOwn(into, now);
    // An operation that is still declared existed in an older version.
    if (own === undefined) add(now);
    else into.decorate(own.located, own.member.pos, into.added);
  }
  for (const [group, operations] of groups) {
    into.declare(group, `${into.added}\ninterface ${group} {\n${operations.join("\n\n")}\n}`);
  }
}

function removeOperation(into: Draft, { located, member }: Own): void {
  into.remove(located, member.pos, signatureOf(member.node).parameters.map(memberOf));
}

interface Own {
  readonly located: Located;
  readonly member: MemberNode;
}

function findOwn(
  into: Draft,
  { group, name }: { readonly group: string; readonly name: string },
): Own | undefined {
  const located = into.find(group === "" ? name : group);
  const member = group === "" ? located && memberOf(located.node) : into.memberIn(group, name);
  return located === undefined || member === undefined ? undefined : { located, member };
}

/**
 * Returns the same operation in the new document: the one with the same method and path, else the one with the same
 * name.
 */
function counterpart(
  old: WrittenOperation,
  before: Written,
  after: Written,
): WrittenOperation | undefined {
  const byRoute = after.operations.find((now) => keyOf(now) === keyOf(old));
  if (byRoute !== undefined) return byRoute;
  const sameName = after.operations.find((now) => now.group === old.group && now.name === old.name);
  const isOther = sameName && before.operations.some((one) => keyOf(one) === keyOf(sameName));
  return isOther === true ? undefined : sameName;
}

function keyOf({ verb, route }: WrittenOperation): string {
  return routeKey(verb, route);
}

function isChanged(old: WrittenOperation, now: WrittenOperation): boolean {
  return wireOfOperation(old) !== wireOfOperation(now);
}

function wireOfOperation(one: WrittenOperation): string {
  const { group, name, verb, route, decorators, parameters, spreads, returns } = one;
  return JSON.stringify([
    [group, name, verb, route, decorators, returns],
    parameters.map(wireOf),
    spreads.toSorted(),
  ]);
}

function adoptOperation(
  into: Draft,
  own: Own,
  old: WrittenOperation,
  now: WrittenOperation,
  known: Known,
  add: (one: WrittenOperation) => void,
): void {
  const isSamePlace = old.verb === now.verb && old.route === now.route;
  const isSame = isSamePlace && String(old.decorators) === String(now.decorators);
  const returns = known.returns(now);
  const isOther = old.returns.join() !== now.returns.join();
  if (!isSame || old.group !== now.group || (isOther && returnsNew(into, returns)))
    return copyOperation(into, own, old, now, isSamePlace, add);
  const decorators: string[] = [];
  const version = `Versions.${into.member}`;
  if (old.name !== now.name) {
    decorators.push(`@renamedFrom(${version}, ${JSON.stringify(old.name)})`);
    const { name } = own.member;
    if (name !== undefined) into.replace(own.located.file, name.pos, name.end, now.name);
    into.renameForClients(`${old.group}.${old.name}`, `${now.group}.${now.name}`);
  }
  if (isOther) {
    const { returnType } = signatureOf(own.member.node);
    const said = ownOperation(into, old)?.returns.join(" | ") ?? "void";
    decorators.push(`@returnTypeChangedFrom(${version}, ${said})`);
    into.replace(own.located.file, returnType.pos, returnType.end, ` ${returns.join(" | ")}`);
  }
  if (decorators.length > 0) into.decorate(own.located, own.member.pos, ...decorators);
  adoptParameters(into, own, old, now, known);
}

/**
 * Whether an operation returns a type that is new in this version. TypeSpec rejects that for an older operation, even
 * if its earlier return type is given.
 */
function returnsNew(into: Draft, returns: readonly string[]): boolean {
  const names = returns.join(" ").matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu);
  return [...names].some(([name]) => into.declares(name));
}

/** Keeps an operation for older versions under another name, and adds the new one beside it. */
function copyOperation(
  into: Draft,
  { located, member }: Own,
  old: WrittenOperation,
  now: WrittenOperation,
  isSamePlace: boolean,
  add: (one: WrittenOperation) => void,
): void {
  const kept = `${old.name}Before${into.member.slice(1).replaceAll("_", "")}`;
  removeOperation(into, { located, member });
  into.decorate(
    located,
    member.pos,
    `@renamedFrom(Versions.${into.member}, ${JSON.stringify(old.name)})`,
    ...(isSamePlace ? ["@sharedRoute"] : []),
  );
  if (member.name !== undefined) into.replace(located.file, member.name.pos, member.name.end, kept);
  into.renameForClients(`${old.group}.${old.name}`, `${old.group}.${kept}`);
  add(
    isSamePlace ? { ...now, text: now.text.replace(/^@route\(/m, "@sharedRoute\n@route(") } : now,
  );
}

function adoptParameters(
  into: Draft,
  { located, member }: Own,
  old: WrittenOperation,
  now: WrittenOperation,
  known: Known,
): void {
  const { parameters, end } = signatureOf(member.node);
  const own = new Map(
    parameters
      .map(memberOf)
      .flatMap((one) => (one.name === undefined ? [] : [[one.name.text, one] as const])),
  );
  const [olds, news] = [byName(old.parameters), byName(now.parameters)];
  for (const [name, part] of olds) {
    const mine = own.get(name);
    if (news.has(name)) continue;
    if (mine !== undefined) into.decorate(located, mine.pos, into.removed);
    else
      into.stop(
        now.place,
        `${now.id} no longer takes ${part.name}, but the parameter is shared with other operations. Write the change by hand`,
      );
  }
  const added: string[] = [];
  for (const [name, part] of news) {
    const before = olds.get(name);
    const mine = own.get(name);
    if (before === undefined) {
      const target = `${now.group}.${now.name}`;
      added.push(`${into.added}\n${forSpecification(into, { name: target, text: part.text })},`);
      continue;
    }
    if (
      inOneLine(before.decorators.join()) !== inOneLine(part.decorators.join()) ||
      before.fallback !== part.fallback
    ) {
      into.stop(
        now.place,
        `${now.id} ${name} was "${before.decorators.join(" ")}" and is "${part.decorators.join(" ")}": TypeSpec cannot change this for one API version alone. Change it by hand if it applies to all of them`,
      );
    }
    if (before.optional === part.optional && before.type === part.type) continue;
    if (mine === undefined || known.parameter(before) !== undefined)
      into.stop(
        now.place,
        `${now.id} ${name} changed, but the parameter is shared with other operations. Write the change by hand`,
      );
    else changePart(into, located, mine.pos, mine, before, part);
  }
  if (old.spreads.toSorted().join() !== now.spreads.toSorted().join())
    into.stop(
      now.place,
      `${now.id} shares other parameters than before (${now.spreads.join(", ")}). Write the change by hand`,
    );
  if (added.length === 0) return;
  const separator = /[,(]\s*$/.test(located.text.slice(member.pos, end)) ? "" : ",";
  into.replace(located.file, end, end, `${separator}\n${added.join("\n\n")}\n`);
}
