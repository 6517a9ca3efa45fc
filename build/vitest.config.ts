import { fileURLToPath } from "node:url";

import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

const inBrowsers = {
  globalSetup: "build/vitest-browser-setup.ts",
  // A busy machine may take ten times as long as an idle one. Tests wait for what happens; these only end a wait in vain.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  expect: { poll: { timeout: 60_000 } },
};

/** Tests that need no browser: many files at once, each of them quick. */
function quick(name: string) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.{ts,tsx}`],
      testTimeout: 120_000,
      hookTimeout: 120_000,
      sequence: { groupOrder: 1 },
    },
  };
}

/** Tests that drive real browsers: one file after the other, so that laptops of one meeting have the machine to themselves. */
function slow(name: string, groupOrder: number) {
  return {
    extends: true as const,
    test: {
      name,
      include: [`test/${name}/**/*.test.{ts,tsx}`],
      exclude: [EDITORS],
      ...inBrowsers,
      fileParallelism: false,
      maxWorkers: 1,
      sequence: { groupOrder },
    },
  };
}

/** Tests of editors in one page that talk to nobody: two files at once. */
const EDITORS = "test/e2e/letters/**";

const editors = {
  extends: true as const,
  test: {
    name: "editors",
    include: [`${EDITORS}/*.test.ts`],
    ...inBrowsers,
    maxWorkers: 2,
    sequence: { groupOrder: 4 },
  },
};

/** Every test of the program, one project per folder of `test/`. */
export default defineConfig({
  root,
  cacheDir: "node_modules/.vite",
  plugins: [react()],
  test: {
    environment: "node",
    pool: "forks",
    passWithNoTests: true,
    restoreMocks: true,
    projects: [
      quick("unit"),
      quick("property"),
      quick("contract"),
      quick("attack"),
      slow("smoke", 2),
      slow("e2e", 3),
      editors,
      slow("network", 5),
    ],
  },
});
