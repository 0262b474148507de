import { API, type Diagnostic, type Program } from "typescript/unstable/async";
import { packageFolder, withFolder, writeTree } from "./emit.ts";

/** The compiler. It parses the declarations of dependencies once for all tests. */
const compiler = new API({ cwd: packageFolder });

/** Type-checks an emitted package with the strict flags of its tsconfig.json. Returns the errors. */
export function typeErrors(files: ReadonlyMap<string, string>): Promise<readonly string[]> {
  return withFolder((folder) => typeErrorsIn(folder, files));
}

/**
 * Writes files to the folder of a package and type-checks it. Returns the errors.
 *
 * @param name - The name of the configuration. The compiler reads each one once.
 */
export async function typeErrorsIn(
  folder: string,
  files: ReadonlyMap<string, string>,
  name = "tsconfig.json",
): Promise<readonly string[]> {
  await writeTree(folder, files);
  const configuration = `${folder}/${name}`;
  await using snapshot = await compiler.updateSnapshot({ openProjects: [configuration] });
  const project = snapshot.getProject(configuration);
  if (project === undefined) throw new Error(`the compiler does not find ${configuration}`);
  return (await diagnosticsOf(project.program)).map(({ fileName, text }) => `${fileName}: ${text}`);
}

/** Returns everything that `tsc` reports. */
async function diagnosticsOf(program: Program): Promise<readonly Diagnostic[]> {
  const all = await Promise.all([
    program.getConfigFileParsingDiagnostics(),
    program.getProgramDiagnostics(),
    program.getSyntacticDiagnostics(),
    program.getGlobalDiagnostics(),
    program.getSemanticDiagnostics(),
    program.getDeclarationDiagnostics(),
  ]);
  return all.flat();
}
