import type { WireTruth } from "./wire-truth.ts";

const SERVICE_LIMITS =
  "https://learn.microsoft.com/azure/communication-services/concepts/service-limits";
const RECORDINGS = "recorded tests of the official clients for JavaScript, .NET, Java and Python";
const ERROR_REPORT = "https://github.com/Azure/Communication/issues/379";

/** The headers that every answer carries, whatever the operation and the status. */
const COMMON_HEADERS = {
  "MS-CV": {
    type: "string",
    description:
      "Correlates the request in the service's logs: 22 base64 characters and a counter.",
  },
  "api-supported-versions": {
    type: "string",
    description: "The API versions that the operation knows, parted by commas.",
  },
  "X-Azure-Ref": { type: "string", description: "The reference of the request at the front door." },
  "X-Processing-Time": {
    type: "string",
    description: "How long the service took, for example `107ms`.",
  },
};

const ERROR_SCHEMA = { $ref: "#/definitions/AnyErrorResponse" };

/**
 * What the real service does and the published contract does not say. It stands apart from the contract, which stays
 * what it is: proven against the official packages. Code that needs both merges them.
 */
export const WIRE_TRUTHS: readonly WireTruth[] = [
  {
    what: "An error on the wire has capitalized members, and its message may be missing.",
    where: { part: "model", model: "WireError", isNew: true },
    merge: {
      type: "object",
      description: "An error as the service sends it.",
      properties: {
        Code: { type: "string", description: "The error code." },
        Message: { type: "string", description: "What went wrong, for a person to read." },
        Target: { type: "string", description: "What the error is about." },
        Details: {
          type: "array",
          description: "The errors that led to this one.",
          items: { $ref: "#/definitions/WireError" },
        },
      },
      required: ["Code"],
    },
    reason: "A client that reads only the declared shape shows no code and no message.",
    evidence: "recorded",
    source: ERROR_REPORT,
    date: "2021-09-16",
  },
  {
    what: "The body of an error has one of three roots: the declared one, CommunicationError, or in early previews Error.",
    where: { part: "model", model: "AnyErrorResponse", isNew: true },
    merge: {
      type: "object",
      description:
        "The body of an error in any of the shapes that the service has used; one member is set.",
      properties: {
        error: { $ref: "#/definitions/CommunicationError" },
        CommunicationError: { $ref: "#/definitions/WireError" },
        Error: { $ref: "#/definitions/WireError" },
      },
    },
    reason: "A client must read all of them, in any letter case.",
    evidence: "recorded",
    source: ERROR_REPORT,
    date: "2021-09-16",
  },
  {
    what: "The declared errors come in the shape of the wire.",
    where: { part: "answers", operations: "all", statuses: ["401", "403", "429", "503"] },
    merge: { schema: ERROR_SCHEMA },
    reason: "No recorded error has the declared shape.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "A refused token is answered without a body.",
    where: { part: "answers", operations: "all", statuses: ["401"] },
    merge: { "x-body-may-be-empty": true },
    reason: "A client must not fail on the missing body before it can report the status.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "A request that the service cannot accept is answered with 400.",
    where: { part: "new answer", operations: "all", status: "400" },
    merge: {
      description: "The request is not acceptable: its body, a parameter, or the api-version.",
      schema: ERROR_SCHEMA,
      "x-ms-error-response": true,
    },
    reason: "It is the most frequent error of a program under development, and not declared.",
    evidence: "recorded",
    source: ERROR_REPORT,
    date: "2021-09-16",
  },
  {
    what: "A thread or message that is not there is answered with 404.",
    where: { part: "new answer", operations: "on a thread", status: "404" },
    merge: {
      description: "There is no such thread, or nothing of that id in it.",
      schema: ERROR_SCHEMA,
      "x-ms-error-response": true,
    },
    reason: "Programs tell a deleted thread from a forbidden one by it.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "A message that is too large may be answered with 413.",
    where: {
      part: "new answer",
      operations: ["ChatThread_SendChatMessage", "ChatThread_UpdateChatMessage"],
      status: "413",
    },
    merge: {
      description: "The message is too large.",
      schema: ERROR_SCHEMA,
      "x-ms-error-response": true,
    },
    reason: "The status of that case, 400 or 413, is not documented: a client should take both.",
    evidence: "unverified",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "Every answer carries headers that name it in the service's logs.",
    where: { part: "answers", operations: "all", statuses: "all" },
    merge: { headers: COMMON_HEADERS },
    reason: "Support asks for MS-CV; api-supported-versions tells what a service can do.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "What was created says where it is.",
    where: {
      part: "answers",
      operations: [
        "Chat_CreateChatThread",
        "ChatThread_SendChatMessage",
        "ChatThread_UploadChatImage",
      ],
      statuses: ["201"],
    },
    merge: {
      headers: {
        Location: {
          type: "string",
          description:
            "The address of what was created, without api-version; colons in the thread's id are encoded.",
        },
      },
    },
    reason: "The header saves building the address from ids.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "A request over a rate limit may be told when to try again.",
    where: { part: "answers", operations: "all", statuses: ["429", "503"] },
    merge: {
      headers: {
        "Retry-After": { type: "integer", description: "After how many seconds to try again." },
      },
    },
    reason:
      "Nobody has seen it on this service; a client that gets it should wait as long and no longer.",
    evidence: "unverified",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "One call creates a thread with at most 200 participants.",
    where: { part: "property", model: "CreateChatThreadRequest", property: "participants" },
    merge: { maxItems: 200 },
    reason:
      "More are refused with 400 BadRequest and no message; a thread takes 250 over several calls.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "One call adds at most 200 participants.",
    where: { part: "property", model: "AddChatParticipantsRequest", property: "participants" },
    merge: { maxItems: 200 },
    reason:
      "More are refused with 400 BadRequest and no message; a thread takes 250 over several calls.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "A message has at most 28 KB when it is sent.",
    where: { part: "property", model: "SendChatMessageRequest", property: "content" },
    merge: { "x-max-bytes": 28_672 },
    reason: "The limit counts bytes, which maxLength cannot say.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "A message has at most 28 KB after it is edited.",
    where: { part: "property", model: "UpdateChatMessageRequest", property: "content" },
    merge: { "x-max-bytes": 28_672 },
    reason: "The limit counts bytes, which maxLength cannot say.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "The metadata of a thread has at most 1 KB in total.",
    where: { part: "property", model: "ChatThreadProperties", property: "metadata" },
    merge: { "x-max-bytes": 1024 },
    reason: "The limit is on all pairs together.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "The metadata of a participant has at most 1 KB in total.",
    where: { part: "property", model: "ChatParticipant", property: "metadata" },
    merge: { "x-max-bytes": 1024 },
    reason: "The limit is on all pairs together.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "A page of messages has at most 200.",
    where: { part: "parameter", operation: "ChatThread_ListChatMessages", name: "maxPageSize" },
    merge: { maximum: 200 },
    reason: "No page holds more; whether a larger number is refused is not known.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "A thread is deleted by itself after 30 to 90 days.",
    where: {
      part: "property",
      model: "ThreadCreationDateRetentionPolicy",
      property: "deleteThreadAfterDays",
    },
    merge: { minimum: 30, maximum: 90 },
    reason: "A client can refuse other numbers before it asks.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
];
