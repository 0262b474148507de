import { median } from "./alternate.ts";
import { installReferences } from "./install.ts";
import { generate, removeClients, type Result, sizes } from "./openapi-clients.ts";
import { findDocuments } from "./openapi-documents.ts";
import { ratio, type Row } from "./row.ts";

/** Clients for OpenAPI documents, ours beside those of `@hey-api/openapi-ts`. */
export async function benchOpenApi(folder?: string): Promise<Row[]> {
  const references = await installReferences();
  const documents = findDocuments(folder);
  const results: { readonly ours: Result; readonly reference: Result }[] = [];
  const bytes: { readonly ours: number; readonly reference: number }[] = [];
  try {
    for (const document of documents) {
      const pair = {
        ours: generate("ours", document, references),
        reference: generate("reference", document, references),
      };
      results.push(pair);
      console.log(`  ${document.name}: ours ${said(pair.ours)}, reference ${said(pair.reference)}`);
      const isBoth = pair.ours.seconds !== undefined && pair.reference.seconds !== undefined;
      const found = isBoth ? await sizes(document.name) : undefined;
      if (found !== undefined) bytes.push(found);
    }
  } finally {
    removeClients();
  }
  return rows(results, bytes);
}

function said({ seconds, isStrict, isStrictest }: Result): string {
  if (seconds === undefined) return "refused";
  const checks = isStrictest ? "right under all flags" : isStrict ? "right" : "wrong";
  return `${seconds.toFixed(1)} s, ${checks}`;
}

function rows(
  results: readonly { readonly ours: Result; readonly reference: Result }[],
  bytes: readonly { readonly ours: number; readonly reference: number }[],
): Row[] {
  const count = (has: (result: Result) => boolean) => ({
    ours: results.filter(({ ours }) => has(ours)).length,
    reference: results.filter(({ reference }) => has(reference)).length,
  });
  const both = results.filter(
    ({ ours, reference }) => ours.seconds !== undefined && reference.seconds !== undefined,
  );
  const seconds = (of: "ours" | "reference"): number =>
    both.reduce((sum, result) => sum + (result[of].seconds ?? 0), 0);
  const strictest = count(({ isStrictest }) => isStrictest);
  return [
    ratio(
      `OpenAPI: right of ${results.length} documents, strict`,
      "",
      count(({ isStrict }) => isStrict),
      { min: 1 },
    ),
    {
      name: "  under all our flags, share of ours",
      ...strictest,
      unit: "",
      value: strictest.ours / results.length,
      target: { min: 0.98 },
    },
    ratio(
      "OpenAPI: time of generating",
      "s",
      { ours: seconds("ours"), reference: seconds("reference") },
      { max: 1.5 },
    ),
    ...(bytes.length === 0
      ? []
      : [
          ratio(
            "one operation with its client, median",
            "KB gzip",
            {
              ours: median(bytes.map(({ ours }) => ours)),
              reference: median(bytes.map(({ reference }) => reference)),
            },
            { max: 4.5 },
          ),
        ]),
  ];
}
