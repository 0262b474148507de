import { displayed, pointerStep } from "./documents.ts";
import type { Loss, Reading } from "./node.ts";

/**
 * Lists all losses: those that the reader and the writer recorded, and each key that was not read. In referenced files,
 * only referenced objects are searched for unread keys.
 */
export function collectLosses(reading: Reading): readonly Loss[] {
  const losses = [...reading.losses];
  const { files, root } = reading.documents;
  for (const [file, content] of files) {
    const seen = new Set<object>();
    const steps: string[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== "object" || value === null) return;
      if (reading.settled.has(value) || seen.has(value)) return;
      seen.add(value);
      const read = reading.read.get(value);
      for (const key of Object.keys(value)) {
        steps.push(key);
        const isKnown = Array.isArray(value) || read?.has(key) === true;
        if (isKnown || (read === undefined && file !== root)) {
          visit((value as Readonly<Record<string, unknown>>)[key]);
        } else {
          const pointer = steps.map((step) => `/${pointerStep(step)}`).join("");
          losses.push({ ...displayed({ file, pointer }), reason: reasonFor(key) });
        }
        steps.pop();
      }
    };
    visit(content);
  }
  // Objects that several operations share are searched once for each operation.
  return [...new Map(losses.map((loss) => [JSON.stringify(loss), loss])).values()];
}

function reasonFor(key: string): string {
  if (key.startsWith("x-")) return `The extension ${key} is not converted.`;
  if (key === "example" || key === "examples") return "Examples are not converted.";
  return `${JSON.stringify(key)} is not converted.`;
}
