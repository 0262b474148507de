import type { JSX } from "preact";

/** Hues that are well apart, told by the id: the same user has the same color everywhere. */
function hueOf(id: string): number {
  let hash = 0;
  for (let index = 0; index < id.length; index += 1) {
    hash = (Math.imul(hash, 31) + id.charCodeAt(index)) >>> 0;
  }
  return (hash % 12) * 30;
}

function initialsOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .trim()
    .split(/\s+/);
  const [first = "", second = ""] = words;
  const letters = second === "" ? [...first].slice(0, 1) : [[...first][0], [...second][0]];
  return letters.join("").toUpperCase() || "?";
}

/** A round sign of somebody. What it stands for is written beside it or in its title. */
export function Avatar(props: {
  readonly id: string;
  readonly name: string;
  readonly small?: boolean;
  readonly title?: string;
}): JSX.Element {
  const { id, name, small = false, title } = props;
  return (
    <span
      class={small ? "avatar small" : "avatar"}
      style={{ "--hue": hueOf(id) }}
      title={title}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
