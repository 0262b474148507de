/** `pnpm docs`: the guides and the API reference of the packages as one site, in tools/docs/site. */
import { join } from "node:path";
import { Application, type TypeDocOptions } from "typedoc";
import { root } from "./markdown.ts";

const guides = [
  "getting-started",
  "client",
  "rest",
  "realtime",
  "errors",
  "retries",
  "testing",
  "from-azure-communication-chat",
  "from-python",
  "limits",
  "generator",
  "new-api-version",
];
const out = join(root, "tools/docs/site");
const options: TypeDocOptions = {
  name: "acs-chat",
  entryPointStrategy: "packages",
  entryPoints: ["client", "rest", "emulator", "codegen"].map((name) =>
    join(root, "packages", name),
  ),
  packageOptions: {
    entryPoints: ["src/index.ts"],
    tsconfig: "tsconfig.json",
    excludeInternal: true,
    skipErrorChecking: true,
    disableSources: true,
  },
  validation: { notExported: false },
  highlightLanguages: ["bash", "diff", "javascript", "json", "sh", "typescript"],
  projectDocuments: guides.map((name) => join(root, `docs/${name}.md`)),
  readme: join(root, "README.md"),
  includeVersion: true,
  out,
};
console.log("building the site: about a minute");
const app = await Application.bootstrapWithPlugins(options);
const project = await app.convert();
if (project === undefined) process.exit(1);
await app.generateOutputs(project);
console.log(`open ${join(out, "index.html")}`);
process.exitCode = app.logger.hasErrors() ? 1 : 0;
