import { nodeProgram } from "./node-program.mjs";
import { runCommand } from "./run-command.mjs";

const folders = ["shared", "renderer", "electron", "test", "build"];

/**
 * What is checked without running the program: each step by its name, and the commands that all have to succeed.
 * @type {Readonly<Record<string, readonly (readonly string[])[]>>}
 */
export const checkSteps = {
  types: folders.map((folder) => ["node_modules/typescript/bin/tsc", "-p", folder]),
  lint: [["node_modules/eslint/bin/eslint.js", "--config", "build/eslint.config.mjs", "--max-warnings", "0", "."]],
  format: [["node_modules/prettier/bin/prettier.cjs", "--check", ".", "--ignore-path", "build/prettier.ignore"]],
  boundaries: [
    [
      "node_modules/dependency-cruiser/bin/dependency-cruiser.mjs",
      "--config",
      "build/dependency-cruiser.cjs",
      ...folders,
    ],
  ],
  "dead code": [["node_modules/knip/bin/knip.js", "--config", "build/knip.jsonc"]],
};

/**
 * Runs one step to its end, showing what the tools say.
 * @param {string} name a name out of `checkSteps`
 * @returns {Promise<boolean>} whether it holds
 */
export async function runCheckStep(name) {
  let holds = true;
  for (const args of checkSteps[name] ?? []) {
    const { code } = await runCommand(nodeProgram(), args);
    holds &&= code === 0;
  }
  console.log(`${holds ? "✓" : "✗"} ${name}`);
  return holds;
}
