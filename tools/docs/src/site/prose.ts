/** Changes Markdown outside of its code. */
export function mapProse(markdown: string, change: (prose: string) => string): string {
  const kept: string[] = [];
  const keep = (code: string) => `\uE000${kept.push(code) - 1}\uE000`;
  const masked = markdown
    .replaceAll(/^( *)(`{3,})[^\n]*\n[\s\S]*?^\1\2 *$/gm, keep)
    .replaceAll(/(`+)[^`\n]+\1/g, keep);
  const restore = (text: string): string =>
    text.replaceAll(/\uE000(\d+)\uE000/g, (_, index: string) => kept[Number(index)]!);
  return restore(change(masked));
}
