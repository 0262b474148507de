/** Models that the official clients name otherwise than the contract: a directive of their build renames them. */
const CONTRACT_NAMES: Readonly<Record<string, string>> = { ChatError: "CommunicationError" };

/** The contract's name of a model of the official clients. */
export function contractName(className: string): string {
  return CONTRACT_NAMES[className] ?? className;
}
