import type { WireTruth } from "./wire-truth.ts";

const SERVICE_LIMITS =
  "https://learn.microsoft.com/azure/communication-services/concepts/service-limits";
const RECORDINGS = "recorded tests of the official clients for JavaScript, .NET, Java and Python";
const ERROR_REPORT = "https://github.com/Azure/Communication/issues/379";

/** The headers of every response. */
const COMMON_HEADERS = {
  "MS-CV": {
    type: "string",
    description:
      "Correlates the request in the service's logs: 22 base64 characters and a counter.",
  },
  "api-supported-versions": {
    type: "string",
    description: "The API versions that the operation supports, separated by commas.",
  },
  "X-Azure-Ref": { type: "string", description: "The reference of the request at the front door." },
  "X-Processing-Time": {
    type: "string",
    description: "The processing time of the service, for example `107ms`.",
  },
};

const ERROR_SCHEMA = { $ref: "#/definitions/AnyErrorResponse" };

/**
 * Behavior of the real service that the published contract does not describe. It is separate from the contract, which
 * the official packages prove. Code that needs both merges them.
 */
export const WIRE_TRUTHS: readonly WireTruth[] = [
  {
    what: "The properties of an error are capitalized on the wire, and the message can be missing.",
    where: { part: "model", model: "WireError", isNew: true },
    merge: {
      type: "object",
      description: "An error as the service sends it.",
      properties: {
        Code: { type: "string", description: "The error code." },
        Message: { type: "string", description: "A description of the error, for people." },
        Target: { type: "string", description: "The object of the error." },
        Details: {
          type: "array",
          description: "The errors that caused this error.",
          items: { $ref: "#/definitions/WireError" },
        },
      },
      required: ["Code"],
    },
    reason: "A client that reads only the declared shape finds no code and no message.",
    evidence: "recorded",
    source: ERROR_REPORT,
    date: "2021-09-16",
  },
  {
    what: "The body of an error has one of three root properties: the declared one, CommunicationError, or in early previews Error.",
    where: { part: "model", model: "AnyErrorResponse", isNew: true },
    merge: {
      type: "object",
      description:
        "The body of an error in any of the shapes that the service has used. One property is set.",
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
    what: "The declared errors have the shape that the service sends.",
    where: { part: "answers", operations: "all", statuses: ["401", "403", "429", "503"] },
    merge: { schema: ERROR_SCHEMA },
    reason: "No recorded error has the declared shape.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "The response to a rejected token has no body.",
    where: { part: "answers", operations: "all", statuses: ["401"] },
    merge: { "x-body-may-be-empty": true },
    reason: "A client must report the status code even though the body is missing.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "The service responds to an invalid request with 400.",
    where: { part: "new answer", operations: "all", status: "400" },
    merge: {
      description: "The request is invalid: its body, a parameter, or the api-version.",
      schema: ERROR_SCHEMA,
      "x-ms-error-response": true,
    },
    reason: "This is the most frequent error during development, and it is not declared.",
    evidence: "recorded",
    source: ERROR_REPORT,
    date: "2021-09-16",
  },
  {
    what: "The service responds with 404 if a thread or message does not exist.",
    where: { part: "new answer", operations: "on a thread", status: "404" },
    merge: {
      description: "The thread does not exist, or it contains nothing with the id.",
      schema: ERROR_SCHEMA,
      "x-ms-error-response": true,
    },
    reason: "Apps need it to distinguish a deleted thread from a forbidden one.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "The service can respond with 413 to a message that is too large.",
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
    reason:
      "It is not documented whether the status code is 400 or 413, so a client must handle both.",
    evidence: "unverified",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "Every response has headers that identify it in the service's logs.",
    where: { part: "answers", operations: "all", statuses: "all" },
    merge: { headers: COMMON_HEADERS },
    reason:
      "Microsoft's support asks for MS-CV, and api-supported-versions lists the supported API versions.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "The response to a creation has the URL of the created resource.",
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
            "The URL of the created resource, without api-version. Colons in the thread's id are encoded.",
        },
      },
    },
    reason: "Apps can use the header instead of building the URL from ids.",
    evidence: "recorded",
    source: RECORDINGS,
    date: "2023",
  },
  {
    what: "The response to a request over a rate limit can contain the time to wait.",
    where: { part: "answers", operations: "all", statuses: ["429", "503"] },
    merge: {
      headers: {
        "Retry-After": {
          type: "integer",
          description: "The number of seconds to wait before a retry.",
        },
      },
    },
    reason: "It was not observed on this service. A client that gets it should wait for this time.",
    evidence: "unverified",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "One request can create a thread with at most 200 participants.",
    where: { part: "property", model: "CreateChatThreadRequest", property: "participants" },
    merge: { maxItems: 200 },
    reason:
      "The service rejects more with 400 BadRequest and no message. A thread can have 250 participants from several requests.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "One request can add at most 200 participants.",
    where: { part: "property", model: "AddChatParticipantsRequest", property: "participants" },
    merge: { maxItems: 200 },
    reason:
      "The service rejects more with 400 BadRequest and no message. A thread can have 250 participants from several requests.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "A sent message can have at most 28 KB.",
    where: { part: "property", model: "SendChatMessageRequest", property: "content" },
    merge: { "x-max-bytes": 28_672 },
    reason: "The limit is in bytes, which maxLength cannot express.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "An edited message can have at most 28 KB.",
    where: { part: "property", model: "UpdateChatMessageRequest", property: "content" },
    merge: { "x-max-bytes": 28_672 },
    reason: "The limit is in bytes, which maxLength cannot express.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "The metadata of a thread can have at most 1 KB in total.",
    where: { part: "property", model: "ChatThreadProperties", property: "metadata" },
    merge: { "x-max-bytes": 1024 },
    reason: "The limit applies to all entries together.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "The metadata of a participant can have at most 1 KB in total.",
    where: { part: "property", model: "ChatParticipant", property: "metadata" },
    merge: { "x-max-bytes": 1024 },
    reason: "The limit applies to all entries together.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "A page contains at most 200 messages.",
    where: { part: "parameter", operation: "ChatThread_ListChatMessages", name: "maxPageSize" },
    merge: { maximum: 200 },
    reason: "The service returns no more. It is not known whether it rejects a larger page size.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
  {
    what: "The retention period of a thread is 30 to 90 days.",
    where: {
      part: "property",
      model: "ThreadCreationDateRetentionPolicy",
      property: "deleteThreadAfterDays",
    },
    merge: { minimum: 30, maximum: 90 },
    reason: "A client can reject other values before it sends a request.",
    evidence: "documented",
    source: SERVICE_LIMITS,
    date: "2025-06",
  },
];
