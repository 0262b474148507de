import { createTypeSpecLibrary, paramMessage } from "@typespec/compiler";
import { optionsSchema } from "./options.ts";

/** The TypeSpec library of the emitter: its name, its options and every diagnostic that it can report. */
export const $lib = createTypeSpecLibrary({
  name: "@acs-chat/codegen",
  emitter: { options: optionsSchema },
  diagnostics: {
    "no-client": {
      severity: "error",
      messages: {
        default: "The program defines no client. Mark the namespace of the service with @service.",
      },
    },
    "unknown-group": {
      severity: "error",
      messages: {
        default: paramMessage`There is no operation group "${"group"}". Option "groups" knows: ${"known"}.`,
      },
    },
    "unsupported-auth": {
      severity: "error",
      messages: {
        default: paramMessage`Authentication scheme "${"scheme"}" is not supported. Use an API key, OAuth2, HTTP bearer, HTTP basic or another HTTP scheme.`,
      },
    },
    "unsupported-type": {
      severity: "error",
      messages: {
        default: paramMessage`A type of kind "${"kind"}" is not supported here. Use a model, a scalar, an enum, a union, an array or a record.`,
      },
    },
    "unsupported-encoding": {
      severity: "error",
      messages: {
        default: paramMessage`Encoding "${"encoding"}" of ${"type"} is not supported. Use ${"known"}.`,
      },
    },
    "unsupported-content-type": {
      severity: "error",
      messages: {
        default: paramMessage`Content type "${"contentType"}" of a body of type ${"type"} is not supported. Use JSON, XML, text, multipart, form or a binary type.`,
      },
    },
    "unsupported-verb": {
      severity: "error",
      messages: {
        default: paramMessage`HTTP method "${"verb"}" is not supported.`,
      },
    },
    "unresolved-parameter": {
      severity: "error",
      messages: {
        default: paramMessage`The parameter "${"name"}" on the wire cannot be traced to a parameter of the method. Check @override and client.tsp.`,
      },
    },
    "mixed-response-formats": {
      severity: "warning",
      messages: {
        default: paramMessage`The success responses of "${"operation"}" have bodies of several formats (${"formats"}); each is read by its status.`,
      },
    },
  },
} as const);

/** Reports a diagnostic of this emitter. */
export const reportDiagnostic = $lib.reportDiagnostic;
