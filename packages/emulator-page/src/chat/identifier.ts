import {
  type CommunicationIdentifierKind,
  createIdentifierFromRawId,
  getIdentifierRawId,
} from "@azure/communication-common";

/** Returns the raw id of an identifier, as the emulator writes it; `""` without one. */
export const rawIdOf = (who: CommunicationIdentifierKind | undefined): string =>
  who === undefined ? "" : getIdentifierRawId(who);

/** Returns the identifier of a raw id. */
export const identifierOf = (id: string): CommunicationIdentifierKind =>
  createIdentifierFromRawId(id);
