/** The guides and the API reference of the packages as one site. */
import { join } from "node:path";
import {
  Application,
  Logger,
  LogLevel,
  type ProjectReflection,
  type TypeDocOptions,
} from "typedoc";
import { root } from "./markdown.ts";
import { brokenPageLinks, unlinkWhatIsOutside } from "./site-links.ts";

/** The guides, in the order of the menu. */
export const guides: readonly string[] = [
  "getting-started",
  "client",
  "rest",
  "realtime",
  "store",
  "backend-tokens",
  "errors",
  "retries",
  "testing",
  "test-runners",
  "containers",
  "platforms",
  "from-azure-communication-chat",
  "from-python",
  "troubleshooting",
  "api-versions",
  "cheat-sheet-client",
  "cheat-sheet-rest",
  "cheat-sheet-emulator",
  "limits",
  "generator",
  "generator-scenarios",
  "new-api-version",
];

/** TypeDoc's messages in plain lines; warnings are gathered, because each of them is a fault here. */
class Lines extends Logger {
  readonly problems: string[] = [];
  readonly #log: (line: string) => void;
  constructor(log: (line: string) => void) {
    super();
    this.#log = log;
  }
  override log(message: string, level: LogLevel): void {
    const text = message.replace(`${root}/`, "");
    if (level >= LogLevel.Warn) this.problems.push(text);
    else if (level === LogLevel.Info) this.#log(text);
  }
}

/**
 * Builds the site in the folder `out`, and follows every link in it.
 *
 * @param log Takes what is going on, line by line.
 * @returns What is wrong with it: what TypeDoc warns of, and links that lead nowhere.
 */
export async function buildSite(out: string, log: (line: string) => void): Promise<string[]> {
  const options: TypeDocOptions = {
    name: "acs-chat",
    entryPointStrategy: "packages",
    entryPoints: ["client", "store", "react", "rest", "emulator", "codegen"].map((name) =>
      join(root, "packages", name),
    ),
    packageOptions: {
      entryPoints: ["src/index.ts"],
      tsconfig: "tsconfig.json",
      excludeInternal: true,
      skipErrorChecking: true,
      disableSources: true,
      // Types that only fill a place in another are shown there.
      validation: { notExported: false },
    },
    highlightLanguages: [
      "bash",
      "diff",
      "http",
      "javascript",
      "json",
      "python",
      "sh",
      "typescript",
      "typespec",
      "yaml",
      "dockerfile",
      "mermaid",
    ],
    projectDocuments: guides.map((name) => join(root, `docs/${name}.md`)),
    readme: join(root, "README.md"),
    includeVersion: true,
    customCss: join(root, "tools/docs/site.css"),
    out,
  };
  const app = await Application.bootstrapWithPlugins(options);
  const logger = new Lines(log);
  app.logger = logger;
  const project = await app.convert();
  if (project === undefined) return logger.problems;
  useHeadings(project);
  await app.generateOutputs(project);
  unlinkWhatIsOutside(out);
  log("following the links");
  return [...logger.problems, ...brokenPageLinks(out)];
}

/** Calls the guides in the menu what they call themselves; TypeDoc takes the names of the files. */
function useHeadings(project: ProjectReflection): void {
  for (const guide of project.documents ?? []) {
    const heading = /^# (.*)$/m.exec(guide.content.map(({ text }) => text).join(""))?.[1];
    if (heading !== undefined) guide.name = heading.replaceAll("`", "");
  }
  // The name of the project stands above the README already.
  const [first] = project.readme ?? [];
  if (first !== undefined) first.text = first.text.replace(/^# .*\n+/, "");
}
