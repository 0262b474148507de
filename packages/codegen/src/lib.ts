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
    "unsupported-type": {
      severity: "error",
      messages: {
        default: paramMessage`The ${"place"} "${"name"}" cannot hold a value of kind "${"kind"}". Use a string, number, boolean, date, bytes or enum, or a list of them.`,
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
    "mixed-response-formats": {
      severity: "error",
      messages: {
        default: paramMessage`The success responses of "${"operation"}" have bodies of different formats (${"formats"}), which one function cannot read. Give them one format, or make it two operations.`,
      },
    },
  },
} as const);

/** Reports a diagnostic of this emitter. */
export const reportDiagnostic = $lib.reportDiagnostic;
