import {
  isTemplateDeclarationOrInstance,
  navigateProgram,
  type Interface,
  type Model,
  type ModelProperty,
  type Namespace,
  type Operation,
  type Program,
  type Type,
} from "@typespec/compiler";
import { isBody, isBodyRoot, isMetadata, isMultipartBodyProperty } from "@typespec/http";
import type {
  SdkClientType,
  SdkHttpOperation,
  SdkServiceMethod,
} from "@azure-tools/typespec-client-generator-core";
import type { Sdk } from "../../describe.ts";
import { pascalCase } from "../names.ts";
import {
  at,
  earlierRuns,
  findTimelines,
  needs,
  renames,
  typeChanges,
  type Needs,
  type Timelines,
} from "./changes.ts";

type Method = SdkServiceMethod<SdkHttpOperation>;

/** An operation in older API versions. */
export interface PastOperation {
  readonly versions: readonly string[];
  /** TCGC's description of it. */
  readonly method: Method;
  /** The parameters, each with its current equivalent. */
  readonly became: ReadonlyMap<ModelProperty, ModelProperty>;
}

/** A copy of an operation in an older form. */
interface Copy {
  readonly of: Operation;
  readonly operation: Operation;
  readonly versions: readonly string[];
  readonly became: ReadonlyMap<ModelProperty, ModelProperty>;
}

// Why versions are distinguished at run time: docs/decisions/0090-api-versions-are-told-apart-at-run-time.md
/**
 * The older API versions of a program, for packages that support all of them. TCGC describes the newest version only.
 * While it examines the program, operations that have changed are present in their older forms too, and properties that
 * are optional in some version are optional.
 */
export class Past {
  readonly timelines: Timelines;
  readonly #program: Program;
  readonly #copies: Copy[] = [];
  readonly #methods = new Map<Operation, Method>();
  /** Properties that are required in some versions only. */
  readonly #loosened = new Map<ModelProperty, Needs>();

  constructor(program: Program) {
    this.#program = program;
    this.timelines = findTimelines(program);
  }

  /** Runs `describe` while the program contains its older forms. */
  async during(describe: () => Promise<Sdk | undefined>): Promise<Sdk | undefined> {
    if (this.timelines.size === 0) return describe();
    try {
      this.#enter();
      const sdk = await describe();
      for (const client of sdk?.sdkPackage.clients ?? []) this.#takeMethods(client);
      return sdk;
    } finally {
      this.#leave();
    }
  }

  /** Returns the older forms of an operation, oldest first. */
  of(operation: Type | undefined): readonly PastOperation[] {
    return this.#copies.flatMap(({ of, operation: copy, versions, became }) => {
      const method = of === operation ? this.#methods.get(copy) : undefined;
      return method === undefined ? [] : [{ versions, method, became }];
    });
  }

  /** Returns which API versions require a property, if not all do. */
  needs(property: Type | undefined): Needs | undefined {
    return property?.kind === "ModelProperty" ? this.#loosened.get(property) : undefined;
  }

  #enter(): void {
    const operations: Operation[] = [];
    const models = new Set<Model>();
    navigateProgram(this.#program, {
      operation: (operation) => {
        if (!isTemplateDeclarationOrInstance(operation)) operations.push(operation);
      },
      model: (model) => void models.add(model),
    });
    for (const { parameters } of operations) models.delete(parameters);
    for (const model of models) {
      for (const property of model.properties.values()) this.#loosen(property, [model]);
    }
    for (const operation of operations) {
      const owners = [
        operation,
        ...(operation.interface === undefined ? [] : [operation.interface]),
      ];
      for (const property of operation.parameters.properties.values()) {
        this.#loosen(property, owners);
      }
    }
    for (const operation of operations) this.#copy(operation);
  }

  #leave(): void {
    for (const { operation } of this.#copies) membersOf(operation)?.delete(operation.name);
    for (const property of this.#loosened.keys()) property.optional = false;
  }

  /** Makes a property optional that is missing or optional in some version of its owner. */
  #loosen(property: ModelProperty, owners: readonly (Model | Operation | Interface)[]): void {
    if (property.optional || property.decorators.length === 0) return;
    const found = needs(this.timelines, property, owners);
    if (found.lenient.length === 0) return;
    property.optional = true;
    this.#loosened.set(property, found);
  }

  /** Adds a copy of an operation for each run of older versions in which it differs. */
  #copy(operation: Operation): void {
    const members = membersOf(operation);
    if (members === undefined) return;
    const changing = [...operation.parameters.properties.values()].filter((property) =>
      isOutsideBody(this.#program, property),
    );
    const returned = typeChanges(this.timelines, operation);
    const runs = earlierRuns(
      returned,
      ...changing.flatMap((property) => [
        renames(this.timelines, property),
        typeChanges(this.timelines, property),
      ]),
    );
    for (const { index, versions } of runs) {
      const became = new Map<ModelProperty, ModelProperty>();
      const copy = this.#program.checker.cloneType(operation, {
        name: `${operation.name}In${pascalCase(versions.at(-1) ?? "")}`,
        parameters: this.#parametersAt(operation, new Set(changing), index, became),
        returnType: at(returned, index, operation.returnType),
      });
      members.set(copy.name, copy);
      this.#copies.push({ of: operation, operation: copy, versions, became });
    }
  }

  #parametersAt(
    operation: Operation,
    changing: ReadonlySet<ModelProperty>,
    index: number,
    became: Map<ModelProperty, ModelProperty>,
  ): Model {
    const { checker } = this.#program;
    const parameters = checker.cloneType(operation.parameters);
    for (const [name, property] of operation.parameters.properties) {
      let copy = parameters.properties.get(name);
      if (copy === undefined) continue;
      if (changing.has(property)) {
        const oldName = at(renames(this.timelines, property), index, name);
        const type = at(typeChanges(this.timelines, property), index, property.type);
        copy = checker.cloneType(property, { name: oldName, type, model: parameters });
        if (oldName !== name) parameters.properties.rekey(name, oldName);
        parameters.properties.set(oldName, copy);
      }
      became.set(copy, property);
    }
    return parameters;
  }

  #takeMethods(client: SdkClientType<SdkHttpOperation>): void {
    const copies = new Set(this.#copies.map(({ operation }) => operation));
    const isCopy = (method: Method): boolean => {
      const raw = method.__raw;
      if (raw === undefined || !copies.has(raw)) return false;
      this.#methods.set(raw, method);
      return true;
    };
    client.methods = client.methods.filter((method) => !isCopy(method as Method));
    for (const child of client.children ?? []) this.#takeMethods(child);
  }
}

function membersOf(operation: Operation): Namespace["operations"] | undefined {
  return (operation.interface ?? operation.namespace)?.operations;
}

/** True for parameters in the URL and headers, and for whole bodies. Properties of a body belong to its model. */
function isOutsideBody(program: Program, property: ModelProperty): boolean {
  return (
    isMetadata(program, property) ||
    isBody(program, property) ||
    isBodyRoot(program, property) ||
    isMultipartBodyProperty(program, property)
  );
}
