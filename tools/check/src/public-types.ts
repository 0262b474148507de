import { access } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript-api";
import { NotReady } from "./check.ts";

/** The property names of each type that a package exports, including inherited properties. */
type PublicTypes = ReadonlyMap<string, ReadonlySet<string>>;

/** The public types of both packages, and the operations that the high-level package uses. */
export interface Faces {
  readonly rest: PublicTypes;
  readonly client: PublicTypes;
  /** The names of the types in `rest` that are models of the specification. */
  readonly models: ReadonlySet<string>;
  /** The low-level package's operations, with file and line of each. */
  readonly operations: ReadonlyMap<string, string>;
  /** The operations that the high-level package calls. */
  readonly used: ReadonlySet<string>;
  /** Returns the file and line of a type of the low-level package, or of one of its properties. */
  readonly where: (type: string, property?: string) => string;
}

/**
 * Reads both packages with the TypeScript compiler: the declarations of both builds, and the sources
 * of the high-level package.
 *
 * @throws NotReady if a package is not built.
 */
export async function readFaces(root: string): Promise<Faces> {
  const restEntry = join(root, "packages/rest/dist/esm/index.d.ts");
  const clientEntry = join(root, "packages/client/dist/esm/index.d.ts");
  for (const entry of [restEntry, clientEntry]) {
    await access(entry).catch(() => {
      throw new NotReady(`${entry.slice(root.length + 1)} is not built: run \`pnpm build\` first`);
    });
  }
  const sources = join(root, "packages/client/src/index.ts");
  const program = ts.createProgram([restEntry, clientEntry, sources], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2023,
    lib: ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts", "lib.dom.d.ts"],
    allowImportingTsExtensions: true,
    noEmit: true,
    skipLibCheck: true,
    strict: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const rest = exportsOf(program, checker, restEntry);
  const operations = new Map<string, string>();
  const models = new Set<string>();
  for (const [name, symbol] of rest) {
    const [declaration] = symbol.declarations ?? [];
    if (isModel(declaration)) models.add(name);
    if (isOperation(declaration)) operations.set(name, placeOf(root, declaration));
  }
  return {
    rest: typesOf(checker, rest),
    client: typesOf(checker, exportsOf(program, checker, clientEntry)),
    models,
    operations,
    used: usedIn(program, checker, join(root, "packages/client/src/"), operations),
    where: (type, property) => {
      const symbol = rest.get(type);
      const member =
        property && symbol && checker.getDeclaredTypeOfSymbol(symbol).getProperty(property);
      const declaration = (member || symbol)?.declarations?.[0];
      return declaration === undefined ? "packages/rest" : placeOf(root, declaration);
    },
  };
}

function exportsOf(
  program: ts.Program,
  checker: ts.TypeChecker,
  entry: string,
): Map<string, ts.Symbol> {
  const file = program.getSourceFile(entry);
  const module = file && checker.getSymbolAtLocation(file);
  const exported = module === undefined ? [] : checker.getExportsOfModule(module);
  return new Map(exported.map((symbol) => [symbol.name, resolved(checker, symbol)]));
}

function resolved(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function typesOf(
  checker: ts.TypeChecker,
  symbols: ReadonlyMap<string, ts.Symbol>,
): Map<string, ReadonlySet<string>> {
  const typeFlags = ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias | ts.SymbolFlags.Class;
  const types = new Map<string, ReadonlySet<string>>();
  for (const [name, symbol] of symbols) {
    if (!(symbol.flags & typeFlags)) continue;
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    types.set(name, new Set(propertiesOf(type).map((property) => property.name)));
  }
  return types;
}

/** Returns the properties of an object type, or of all members of a union. */
function propertiesOf(type: ts.Type): ts.Symbol[] {
  if (type.isUnion()) return type.types.flatMap(propertiesOf);
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  return isObject ? type.getProperties() : [];
}

/** Whether a declaration is an interface in a generated models file. Unions are covered by their members. */
function isModel(declaration: ts.Declaration | undefined): boolean {
  if (declaration === undefined || !ts.isInterfaceDeclaration(declaration)) return false;
  return declaration.getSourceFile().fileName.endsWith("/models.d.ts");
}

/** Whether a declaration is a function that takes a context first and returns a promise or an iterator. */
function isOperation(
  declaration: ts.Declaration | undefined,
): declaration is ts.FunctionDeclaration {
  if (declaration === undefined || !ts.isFunctionDeclaration(declaration)) return false;
  return declaration.parameters[0]?.name.getText() === "context";
}

function usedIn(
  program: ts.Program,
  checker: ts.TypeChecker,
  folder: string,
  operations: ReadonlyMap<string, string>,
): Set<string> {
  const used = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && operations.has(node.text) && !ts.isImportSpecifier(node.parent)) {
      const symbol = checker.getSymbolAtLocation(node);
      const [declaration] = (symbol && resolved(checker, symbol).declarations) ?? [];
      if (isOperation(declaration)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of program.getSourceFiles()) {
    if (file.fileName.startsWith(folder)) visit(file);
  }
  return used;
}

function placeOf(root: string, declaration: ts.Declaration): string {
  const file = declaration.getSourceFile();
  const { line } = file.getLineAndCharacterOfPosition(declaration.getStart());
  // Findings name the source file instead of the built one.
  const path = file.fileName.slice(root.length + 1);
  return `${path.replace(/\/dist\/(esm\/)?/, "/src/").replace(/\.d\.ts$/, ".ts")}:${line + 1}`;
}
