import { readFileSync } from "node:fs";
import { join } from "node:path";
import { suiteFolder } from "./suites.ts";

/** Returns the UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** The images that Spector sends and expects. */
export const png: Uint8Array = asset("image.png");
export const jpg: Uint8Array = asset("image.jpg");

function asset(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(suiteFolder("http-specs"), "..", "assets", name)));
}

/** Reads all bytes of a response. */
export async function bytesOf(
  answer: Promise<{ bytes(): Promise<Uint8Array> }>,
): Promise<Uint8Array> {
  return (await answer).bytes();
}
