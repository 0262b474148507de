/** Reads a list page by page, and continues it later from a continuation token. */
import { openLunch } from "./lunch.ts";
import { openService } from "./service.ts";

await using service = await openService();
const { adaThread } = await openLunch(service);
for (let number = 1; number <= 5; number += 1) {
  await adaThread.sendMessage({ content: `Message ${number}` });
}

let continuationToken: string | undefined;
for await (const page of adaThread.listMessages().byPage({ maxPageSize: 2 })) {
  console.log(page.map(({ content }) => content?.message).join(", "));
  ({ continuationToken } = page);
  break;
}

// To continue later or in another process, store only the continuation token.
const rest = adaThread.listMessages().byPage({
  maxPageSize: 2,
  ...(continuationToken !== undefined && { continuationToken }),
});
for await (const page of rest) {
  const texts = page.flatMap(({ content }) => content?.message ?? []);
  if (texts.length > 0) console.log(texts.join(", "));
}
