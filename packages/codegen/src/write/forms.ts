import type { OperationPlan } from "../plan/types.ts";
import { formTypes } from "../plan/versions/types.ts";
import { optionsName } from "./function-names.ts";
import type { SourceFile } from "./source-file.ts";
import { propertyKey } from "./type-text.ts";
import { speaksText } from "./versions.ts";
import type { WriteContext } from "./write-context.ts";

/** Returns the forms of an operation in different API versions, the newest last. */
export function formsOf({ earlier, ...newest }: OperationPlan): readonly OperationPlan[] {
  if (earlier === undefined) return [];
  const older = earlier.map((form) => ({ ...newest, ...form }));
  return [...older, { ...newest, functionName: newest.newestName ?? newest.functionName }];
}

/** Writes the call of the function for the context's API version. */
export function writeChoice(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
): string {
  const forms = formsOf(operation);
  return forms
    .map((form, index) => {
      const values = form.parameters.map((parameter) => {
        const isJoined = operation.parameters.some(
          ({ name, earlierTypes }) => name === parameter.name && earlierTypes !== undefined,
        );
        return isJoined
          ? `${parameter.name} as ${context.types.joinedText(file, formTypes(parameter), parameter.shape)}`
          : parameter.name;
      });
      const call = `return ${form.functionName}(${["context", ...values, `options${isWider(operation) ? ` as ${formOptions(context, file, operation, form)}` : ""}`].join(", ")});`;
      const versions = operation.earlier?.[index]?.versions;
      return versions === undefined ? call : `if (${speaksText(file, versions)}) ${call}`;
    })
    .join("\n");
}

function isWider({ options }: OperationPlan): boolean {
  return options.some(({ earlierTypes }) => earlierTypes !== undefined);
}

/** Returns the type of the options in one form of an operation. */
export function formOptions(
  context: WriteContext,
  file: SourceFile,
  operation: OperationPlan,
  form: OperationPlan,
): string {
  const own = form.options.filter((option) =>
    operation.options.some(
      ({ name, earlierTypes }) => name === option.name && earlierTypes !== undefined,
    ),
  );
  if (own.length === 0) return optionsName(operation);
  const names = own.map(({ name }) => JSON.stringify(name)).join(" | ");
  const members = own.map(
    (option) =>
      `${propertyKey(option.name)}?: ${context.types.joinedText(file, formTypes(option), option.shape)} | undefined`,
  );
  return `Omit<${optionsName(operation)}, ${names}> & { ${members.join("; ")} }`;
}
