import type { JSX } from "preact";
import { kindNameOf } from "../emulator/kinds.ts";

/** Says that somebody is a Teams user, a phone and so on; nothing for users of the resource. */
export function Kind({ id }: { readonly id: string }): JSX.Element | null {
  const name = kindNameOf(id);
  return name === "" ? null : <small class="kind">{name}</small>;
}
