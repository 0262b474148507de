import { badRequest } from "../engine/errors.ts";

/**
 * Parses the body of a request as JSON. An empty body is an empty object.
 * @throws {@link ServiceError} 400 if the body is not valid JSON.
 */
export async function json(request: { text(): Promise<string> }): Promise<unknown> {
  const text = await request.text();
  if (text === "") return {};
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(`The body is not valid JSON: ${error instanceof Error ? error.message : "?"}`);
  }
}
