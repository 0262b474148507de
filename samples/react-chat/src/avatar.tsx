/** Shows the initials of a user or a thread on its color. */
export function Avatar({ id, name, size = 36 }: { id: string; name: string; size?: number }) {
  const style = { "--hue": hueOf(id), width: size, height: size, fontSize: size * 0.38 };
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function hueOf(id: string): number {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + character.codePointAt(0)!) % 997;
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
