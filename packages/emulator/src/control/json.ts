import { badRequest } from "../engine/errors.ts";

/**
 * The body of a request as JSON; an empty one is an empty object.
 * @throws {@link ServiceError} 400 for anything else.
 */
export async function json(request: { text(): Promise<string> }): Promise<unknown> {
  const text = await request.text();
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`The body is no JSON: ${error instanceof Error ? error.message : "?"}`);
  }
}
