/** Models that have another name in the official clients than in the contract. */
const CONTRACT_NAMES: Readonly<Record<string, string>> = { ChatError: "CommunicationError" };

/** Returns the contract's name for a model of the official clients. */
export function contractName(className: string): string {
  return CONTRACT_NAMES[className] ?? className;
}
