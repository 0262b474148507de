/** The items of a list, all pages of it. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** The items of each page of a list, without what else a page carries. */
export async function pagesOf<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[][]> {
  const found: Item[][] = [];
  for await (const page of pages) found.push([...page]);
  return found;
}
