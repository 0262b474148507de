import {
  type CommunicationIdentifierKind,
  createIdentifierFromRawId,
  getIdentifierRawId,
} from "@azure/communication-common";

/** The raw id of somebody, as the emulator names users; `""` for nobody. */
export const rawIdOf = (who: CommunicationIdentifierKind | undefined): string =>
  who === undefined ? "" : getIdentifierRawId(who);

/** The identifier of somebody whom the emulator names by raw id. */
export const identifierOf = (id: string): CommunicationIdentifierKind =>
  createIdentifierFromRawId(id);
