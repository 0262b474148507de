import type { JSX } from "preact";
import { kindNameOf } from "../emulator/kinds.ts";

/** A label with the kind of a user, such as "Teams user". Users of the resource have none. */
export function Kind({ id }: { readonly id: string }): JSX.Element | null {
  const name = kindNameOf(id);
  return name === "" ? null : <small class="kind">{name}</small>;
}
