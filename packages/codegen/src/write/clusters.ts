type References = ReadonlyMap<string, readonly string[]>;

/** Fewer types than this do not get a file of their own. */
const fewTypes = 6;

/**
 * Puts types together that belong together: a type, and what is used through it only. Gives for each type the name of
 * the one that leads its cluster, or nothing ("") for those that lead too few. References between clusters do not go in
 * circles.
 *
 * @param outside - Types beyond these that refer to them, each of which makes what it mentions lead a cluster.
 */
export function clusters(
  types: readonly string[],
  references: References,
  outside: Iterable<string>,
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
  return withoutCircles(named, inside);
}

/** The leader of each type: the only cluster that refers to it, or itself. Types in a circle share one. */
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
  // What refers comes before what is referred to.
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

/** Clusters that refer to each other in a circle become one, with those without a leader where they take part. */
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
 * For each node, the first by alphabet of those that it is in a circle with; what is referred to comes before what
 * refers to it (Tarjan's algorithm).
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
