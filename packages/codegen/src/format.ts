import { format } from "oxfmt";

/** Formats emitted TypeScript. */
export async function formatFiles(
  files: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, string>> {
  const formatted = await Promise.all(
    [...files].map(async ([path, text]) => {
      if (!/\.(ts|json)$/.test(path)) return [path, text] as const;
      const result = await format(path, text, { printWidth: 100 });
      const [error] = result.errors;
      if (error !== undefined) throw new Error(`${path}: ${error.message}\n${text}`);
      return [path, result.code] as const;
    }),
  );
  return new Map(formatted);
}
