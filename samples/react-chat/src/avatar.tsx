/** Shows initials on a color that depends on the name. */
export function Avatar({ name, size = 36 }: { name: string; size?: number }) {
  const style = { "--hue": hueOf(name), width: size, height: size, fontSize: size * 0.38 };
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function hueOf(name: string): number {
  let hash = 0;
  for (const character of name) hash = (hash * 31 + character.codePointAt(0)!) % 997;
  // Steps of 24 degrees make neighboring colors distinguishable.
  return (hash % 15) * 24;
}

function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const initials = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return (
    initials
      .map((word) => [...(word ?? "")][0] ?? "")
      .join("")
      .toUpperCase() || "?"
  );
}
