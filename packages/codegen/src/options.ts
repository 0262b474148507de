import type { JSONSchemaType } from "@typespec/compiler";
import type { ImportExtension } from "./write/import-extensions.ts";

/** Options of the emitter, in tspconfig.yaml under `options."@acs-chat/codegen"`. */
export interface CodegenOptions {
  /** npm name of the emitted package; used with `emit-package-json`. Default: derived from the service's namespace. */
  "package-name"?: string;
  /** Version of the emitted package. Default: 0.1.0. */
  "package-version"?: string;
  /**
   * The API version to emit: a version, `latest` (the default), or `all` for one package that supports all versions and
   * uses the newest stable one by default.
   */
  "api-version"?: string;
  /** Names of the operation groups to emit. Default: all. */
  groups?: string[];
  /**
   * Whether to emit a complete package: package.json, tsconfig.json, and the code under `src`. Default: false, which
   * emits only the code, directly into the output folder.
   */
  "emit-package-json"?: boolean;
  /**
   * The extension in imports between the emitted files: `ts` (the default), `js` or `none`; used without
   * `emit-package-json`. TypeScript accepts `ts` only with `allowImportingTsExtensions` or
   * `rewriteRelativeImportExtensions`. Otherwise it requires `js` in ES modules with `moduleResolution: nodenext`, and
   * accepts `none` elsewhere.
   */
  "import-extension"?: ImportExtension;
  /**
   * Whether to leave out operations that cannot be emitted, with a warning for each. By default they are errors.
   */
  "skip-unsupported"?: boolean;
}

export const optionsSchema: JSONSchemaType<CodegenOptions> = {
  type: "object",
  additionalProperties: false,
  properties: {
    "package-name": {
      type: "string",
      nullable: true,
      maxLength: 214,
      pattern: "^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$",
      description: "npm name of the emitted package.",
    },
    "package-version": {
      type: "string",
      nullable: true,
      pattern: "^\\d+\\.\\d+\\.\\d+([-+][0-9A-Za-z.+-]+)?$",
      description: "Version of the emitted package.",
    },
    "api-version": {
      type: "string",
      nullable: true,
      description: 'The API version to emit, "latest" or "all".',
    },
    groups: {
      type: "array",
      items: { type: "string" },
      nullable: true,
      description: "Names of the operation groups to emit.",
    },
    "emit-package-json": {
      type: "boolean",
      nullable: true,
      description: "Whether to emit a complete package instead of the code only.",
    },
    "import-extension": {
      type: "string",
      enum: ["ts", "js", "none"],
      nullable: true,
      description: "The extension in imports between the emitted files.",
    },
    "skip-unsupported": {
      type: "boolean",
      nullable: true,
      description: "Whether to leave out operations that cannot be emitted.",
    },
  },
  required: [],
};
