import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { afterEach, expect, test } from "vitest";

import { projectRoot } from "../../build/scripts/project.mjs";

let started: ChildProcess | undefined;
afterEach(() => started?.kill("SIGKILL"));

/** Runs the start script where no window can be opened, and hands back its words up to the address in them. */
async function start(...args: readonly string[]): Promise<{ readonly words: string; readonly address: string }> {
  const environment = { ...process.env, DISPLAY: "", WAYLAND_DISPLAY: "", npm_lifecycle_event: "start" };
  const child = spawn(process.execPath, ["build/scripts/start.mjs", ...args], {
    cwd: projectRoot,
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  started = child;
  let words = "";
  for await (const chunk of child.stdout) {
    words += String(chunk);
    const address = /http:\/\/[^ ]+\//.exec(words)?.[0];
    if (address !== undefined) return { words, address };
  }
  throw new Error(`It ended before it said where it is: ${words}`);
}

test.skipIf(process.platform !== "linux")(
  "on a machine without a display the program is offered to the browser, in one line that says why, until it is told to end",
  async () => {
    const { words, address } = await start("--port", "0");
    expect(words.trim().split("\n")).toHaveLength(1);
    expect(words).toMatch(/no display/);

    const page = await fetch(address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<div id="root">');

    const ended = once(started ?? expect.fail(), "exit");
    started?.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    await expect(fetch(address)).rejects.toThrow();
  },
);

test("a port that is none is refused in a sentence", async () => {
  const child = spawn(process.execPath, ["electron/serve/main.ts", "--port", "kitchen"], { cwd: projectRoot });
  started = child;
  let words = "";
  for await (const chunk of child.stderr) words += String(chunk);
  expect(words).toBe('"kitchen" is not a port: a number from 0 to 65535.\n');
});

test.each([
  [["--certificate", "clinic.crt"], /^A certificate and its key are named together/],
  [["--certificate", "clinic.crt", "--key", "clinic.key"], /^The certificate "clinic.crt" cannot be read\.$/m],
])("a certificate that does not serve is refused in a sentence: %j", async (flags, sentence) => {
  const child = spawn(process.execPath, ["electron/serve/main.ts", "--port", "0", ...flags], { cwd: projectRoot });
  started = child;
  const ended = once(child, "exit");
  let words = "";
  for await (const chunk of child.stderr) words += String(chunk);
  expect(words).toMatch(sentence);
  expect(await ended).toEqual([1, null]);
});
