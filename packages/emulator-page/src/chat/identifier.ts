import type { CommunicationIdentifierKind } from "@azure/communication-common";

/** The raw id of somebody, as the emulator names users; `""` for nobody. */
export function rawIdOf(who: CommunicationIdentifierKind | undefined): string {
  if (who === undefined) return "";
  switch (who.kind) {
    case "communicationUser":
      return who.communicationUserId;
    case "phoneNumber":
      return who.rawId ?? `4:${who.phoneNumber}`;
    case "unknown":
      return who.id;
    case "microsoftTeamsUser":
      return who.rawId ?? who.microsoftTeamsUserId;
    default:
      return ("rawId" in who ? who.rawId : undefined) ?? "";
  }
}
