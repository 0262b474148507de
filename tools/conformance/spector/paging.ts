/** Returns the items of all pages of a list. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Returns the items of each page of a list, without the other properties of the pages. */
export async function pagesOf<Item>(pages: AsyncIterable<readonly Item[]>): Promise<Item[][]> {
  const found: Item[][] = [];
  for await (const page of pages) found.push([...page]);
  return found;
}
