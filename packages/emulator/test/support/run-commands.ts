/** Runs the command with each list of arguments that it receives as JSON. Prints the results as JSON. */
import { run } from "../../src/cli/run.ts";
import type { Command, Ended } from "../cli-process.ts";

// Each run that fails leaves its listeners, because the command then exits.
process.setMaxListeners(0);
process.stdout.setMaxListeners(0);

/** Runs the command and collects what it writes. */
async function collect({ args, environment }: Command): Promise<Ended> {
  const { env, stdout, stderr } = process;
  const write = [stdout.write, stderr.write] as const;
  const ended = { output: "", errors: "" };
  process.env = { ...env, ...environment };
  stdout.write = (text) => (ended.output += String(text)) !== "";
  stderr.write = (text) => (ended.errors += String(text)) !== "";
  try {
    return { code: await run(args), ...ended };
  } finally {
    process.env = env;
    [stdout.write, stderr.write] = write;
  }
}

const results: Ended[] = [];
for (const command of JSON.parse(process.argv[2]!) as Command[])
  results.push(await collect(command));
process.stdout.write(JSON.stringify(results), () => process.exit());
