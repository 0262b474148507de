import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suiteFolder } from "./suites.ts";

/** The bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The pictures that Spector sends and expects. */
export const png: Uint8Array = asset("image.png");
export const jpg: Uint8Array = asset("image.jpg");

function asset(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(suiteFolder("http-specs"), "..", "assets", name)));
}

/** The bytes of an answer, once all of them are there. */
export async function bytesOf(
  answer: Promise<{ bytes(): Promise<Uint8Array> }>,
): Promise<Uint8Array> {
  return (await answer).bytes();
}
