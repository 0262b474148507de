/** A part of the generated code that can be regenerated separately. */
interface Generated {
  /** The argument that selects the target: a package, a specification or an API version. */
  readonly name: string;
  /** The specification, relative to the repository. */
  readonly entry: string;
  /** The folders that contain only files of this target, relative to the repository. */
  readonly owns: readonly string[];
}

/**
 * A target that emitters of the TypeSpec compiler write. Its specification is TypeSpec, or an OpenAPI
 * document that is converted to TypeSpec.
 */
export interface TypeSpecTarget extends Generated {
  readonly from: "typespec";
  /**
   * The emitter and its options; absent if the specification's tspconfig.yaml configures the
   * emitters.
   */
  readonly emitter?: {
    readonly name: string;
    readonly options: Record<string, unknown>;
    /** The folder of the package with the generated code. The user agent contains its version. */
    readonly package: string;
  };
}

/** A target that AutoRest writes from an OpenAPI 2.0 document. It owns one folder. */
export interface OpenApiTarget extends Generated {
  readonly from: "openapi";
  readonly owns: readonly [string];
}

export type Target = TypeSpecTarget | OpenApiTarget;

/** The values of `--from`. */
export const sources = ["typespec", "openapi"] as const;
export type Source = (typeof sources)[number];

/** All committed generated code. */
export const targets: readonly Target[] = [
  {
    from: "typespec",
    name: "spec-chat",
    entry: "specs/chat/client.tsp",
    owns: ["specs/chat/openapi"],
  },
  {
    from: "typespec",
    name: "spec-identity",
    entry: "specs/identity/main.tsp",
    owns: ["specs/identity/openapi"],
  },
  {
    from: "typespec",
    name: "rest",
    entry: "specs/chat/client.tsp",
    owns: ["packages/rest/src/generated"],
    emitter: {
      name: "@acs-chat/codegen",
      options: {
        "package-name": "@acs-chat/rest",
        "api-version": "all",
      },
      package: "packages/rest",
    },
  },
  // The newest version, and the preview that is the only one with operations on images.
  ...["2025-03-15", "2024-06-05-preview"].map((version): OpenApiTarget => ({
    from: "openapi",
    name: version,
    entry: `specs/chat/openapi/${version}.json`,
    owns: [`tools/differential-tests/generated/${version}`],
  })),
];
