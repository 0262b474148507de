import type { JSX } from "preact";
import { useApp } from "../app-context.ts";

function initialsOf(name: string): string {
  const words = name
    .replace(/[^\p{L}\p{N} ]/gu, " ")
    .trim()
    .split(/\s+/);
  const [first = "", second = ""] = words;
  const letters = second === "" ? [...first].slice(0, 1) : [[...first][0], [...second][0]];
  return letters.join("").toUpperCase() || "?";
}

/** A circle with a user's initials. Screen readers skip it: the name is beside it or in `title`. */
export function Avatar(props: {
  readonly id: string;
  readonly name: string;
  readonly small?: boolean;
  readonly title?: string;
}): JSX.Element {
  const { id, name, small = false, title } = props;
  const { hues } = useApp().emulator.world.value;
  return (
    <span
      class={small ? "avatar small" : "avatar"}
      style={{ "--hue": hues.get(id) ?? 0 }}
      title={title}
      aria-hidden="true"
    >
      {initialsOf(name)}
    </span>
  );
}
