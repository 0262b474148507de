type References = ReadonlyMap<string, readonly string[]>;

/** Smaller clusters do not get their own file. */
const fewTypes = 6;

/**
 * Groups types: a type, and those that are used through it only. Returns the leader of each type's cluster, or an empty
 * string for clusters that are too small. References between clusters have no cycles.
 *
 * @param outside - References from outside. Each of them makes the types that it refers to leaders.
 * @param divide - Returns names for some of the types with an empty string.
 */
export function clusters(
  types: readonly string[],
  references: References,
  outside: Iterable<string>,
  divide: (types: readonly string[]) => ReadonlyMap<string, string> = () => new Map(),
): ReadonlyMap<string, string> {
  const among = new Set(types);
  const inside = new Map(
    types.map((name) => [name, (references.get(name) ?? []).filter((other) => among.has(other))]),
  );
  const entries = new Set([...outside].flatMap((name) => references.get(name) ?? []));
  const heads = leaders(inside, entries);
  const sizes = new Map<string, number>();
  for (const head of heads.values()) sizes.set(head, (sizes.get(head) ?? 0) + 1);
  const named = new Map(
    [...heads].map(([name, head]) => [name, (sizes.get(head) ?? 0) < fewTypes ? "" : head]),
  );
  const result = withoutCircles(named, inside);
  const others = divide(types.filter((name) => result.get(name) === ""));
  if (others.size === 0) return result;
  const divided = [...named].map(
    ([name, head]) => [name, head === "" ? (others.get(name) ?? "") : head] as const,
  );
  return withoutCircles(new Map(divided), inside);
}

/** Returns the leader of each type: the only cluster that refers to it, or itself. Types in a cycle share one. */
function leaders(inside: References, entries: ReadonlySet<string>): ReadonlyMap<string, string> {
  const components = componentsOf(inside);
  const referrers = new Map<string, Set<string>>();
  for (const [name, others] of inside) {
    const from = components.get(name) ?? name;
    for (const other of others) {
      const to = components.get(other) ?? other;
      if (to === from) continue;
      referrers.set(to, (referrers.get(to) ?? new Set()).add(from));
    }
  }
  const isEntry = new Set([...entries].map((name) => components.get(name) ?? name));
  const heads = new Map<string, string>();
  // A type comes before the types that it refers to.
  for (const component of [...new Set(components.values())].toReversed()) {
    const from = new Set([...(referrers.get(component) ?? [])].map((one) => heads.get(one) ?? one));
    const [only, ...others] = from;
    const isLed = only !== undefined && others.length === 0 && !isEntry.has(component);
    heads.set(component, isLed ? only : component);
  }
  return new Map(
    [...components].map(([name, component]) => [name, heads.get(component) ?? component]),
  );
}

/** Merges clusters that refer to each other in a cycle, including types without a leader in that cycle. */
function withoutCircles(
  named: ReadonlyMap<string, string>,
  inside: References,
): ReadonlyMap<string, string> {
  const between = new Map<string, string[]>();
  for (const [name, others] of inside) {
    const from = named.get(name) ?? "";
    const to = others.map((other) => named.get(other) ?? "");
    between.set(from, [...(between.get(from) ?? []), ...to]);
  }
  const merged = componentsOf(between);
  return new Map([...named].map(([name, head]) => [name, merged.get(head) ?? head]));
}

/**
 * Returns for each node the first by alphabet of the nodes in a cycle with it. Referenced nodes come before those that
 * refer to them (Tarjan's algorithm).
 */
function componentsOf(graph: References): ReadonlyMap<string, string> {
  const index = new Map<string, number>();
  const stack: string[] = [];
  const result = new Map<string, string>();
  const visit = (node: string): number => {
    const own = index.size;
    index.set(node, own);
    stack.push(node);
    let low = own;
    for (const other of graph.get(node) ?? []) {
      if (!index.has(other)) low = Math.min(low, visit(other));
      else if (!result.has(other)) low = Math.min(low, index.get(other) ?? low);
    }
    if (low === own) {
      const component = stack.splice(stack.indexOf(node));
      const [first = node] = component.toSorted();
      for (const member of component) result.set(member, first);
    }
    return low;
  };
  for (const node of graph.keys()) if (!index.has(node)) visit(node);
  return result;
}
