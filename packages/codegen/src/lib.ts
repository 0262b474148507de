import {
  createTypeSpecLibrary,
  paramMessage,
  type Diagnostic,
  type Program,
} from "@typespec/compiler";
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
        default: paramMessage`There is no operation group "${"group"}". Set option "groups" to some of: ${"known"}.`,
      },
    },
    "unknown-api-version": {
      severity: "error",
      messages: {
        default: paramMessage`There is no API version "${"version"}". Set option "api-version" to ${"known"}.`,
      },
    },
    "changed-between-versions": {
      severity: "error",
      messages: {
        default: paramMessage`"${"name"}" differs between API versions, which is not supported for ${"place"}. ${"instead"} Or emit one version (option "api-version").`,
      },
    },
    "foreign-file": {
      severity: "error",
      messages: {
        default: paramMessage`${"file"} exists and was not emitted for this package, so it is not overwritten. Emit to another folder, or move the file away.`,
      },
    },
    "unsupported-operation": {
      severity: "error",
      messages: {
        default: paramMessage`Operation "${"operation"}" cannot be emitted: ${"reason"} Change it, exclude it with @@scope(${"operation"}, "!javascript"), or set the option "skip-unsupported".`,
      },
    },
    "unsupported-service": {
      severity: "error",
      messages: {
        default: paramMessage`The service cannot be emitted: ${"reason"}`,
      },
    },
    "unsupported-type": {
      severity: "error",
      messages: {
        default: paramMessage`The ${"place"} "${"name"}" cannot hold a value of kind "${"kind"}". Use a string, number, boolean, date, bytes or enum, or a list of them.`,
        form: paramMessage`A body of kind "${"kind"}" cannot be sent as a form, because it does not consist of names and values. Use a model without a discriminator, or a record.`,
        nested: paramMessage`The ${"place"} "${"name"}" cannot hold a list, record or model inside of another one, because no standard defines its form. Use a separate parameter, or encode a list as one text with @encode(ArrayEncoding.commaDelimited).`,
        ambiguous: paramMessage`The ${"place"} "${"name"}" accepts types that the client cannot distinguish, although they are written differently. Use one of them, or give both the same encoding with @encode.`,
        commas: paramMessage`The ${"place"} "${"name"}" cannot hold a list of HTTP dates, because each of them contains a comma. Use @encode(DateTimeKnownEncoding.rfc3339).`,
      },
    },
    "unsupported-encoding": {
      severity: "warning",
      messages: {
        default: paramMessage`The client does not convert the encoding "${"encoding"}" of a value of kind "${"type"}". It sends and returns the value unchanged, as a ${"wire"}.`,
        known: paramMessage`The client does not convert the encoding "${"encoding"}" of a value of kind "${"type"}", only ${"known"}. It sends and returns the value unchanged, as a ${"wire"}.`,
      },
    },
    "unsupported-content-type": {
      severity: "error",
      messages: {
        default: paramMessage`Content type "${"contentType"}" of a body of type ${"type"} is not supported. Use JSON, XML, text, multipart, form or a binary type.`,
      },
    },
    "unparsed-response": {
      severity: "warning",
      messages: {
        default: paramMessage`The client does not parse ${"contentType"} to a value of kind "${"type"}". It returns the bytes of such a response, and the text of an error.`,
      },
    },
    "mixed-response-formats": {
      severity: "error",
      messages: {
        default: paramMessage`The success responses of "${"operation"}" have bodies of different formats (${"formats"}), which one function cannot read. Use one format, or split the operation into two.`,
      },
    },
  },
} as const);

/** Collectors of diagnostics, by program. */
const collectors = new WeakMap<Program, (diagnostic: Diagnostic) => void>();

/** Reports a diagnostic of this emitter, or passes it to the program's collector if there is one. */
export const reportDiagnostic: typeof $lib.reportDiagnostic = (program, report) => {
  const diagnostic = $lib.createDiagnostic(report);
  const collect = collectors.get(program);
  if (collect === undefined) program.reportDiagnostic(diagnostic);
  else collect(diagnostic);
};

/** Runs `work` and passes the diagnostics of this emitter for a program to `collect`. */
export function collectDiagnostics<T>(
  program: Program,
  collect: (diagnostic: Diagnostic) => void,
  work: () => T,
): T {
  collectors.set(program, collect);
  try {
    return work();
  } finally {
    collectors.delete(program);
  }
}
