import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "vitest";

import { answerOwnRequest, fileAt } from "../../../electron/own-files.ts";

let around: string;
let directory: string;

beforeAll(async () => {
  around = await mkdtemp(join(tmpdir(), "polyphony-pages-"));
  directory = join(around, "renderer");
  await mkdir(join(directory, "assets"), { recursive: true });
  await writeFile(join(directory, "index.html"), "<!doctype html><title>Polyphony</title>");
  await writeFile(join(directory, "assets/voices.css"), "p {}");
  await writeFile(join(directory, "assets/notes.exe"), "not a kind we show");
  await writeFile(join(around, "keys.json"), "{}");
  await mkdir(join(around, "renderer-of-another"));
  await writeFile(join(around, "renderer-of-another/index.html"), "another program");
});

afterAll(() => rm(around, { recursive: true, force: true }));

const ask = (url: string, method = "GET") => answerOwnRequest(directory, { url, method });

describe("a page asks for a file of the program", () => {
  test("and gets it, with a policy under which only the program's own script runs", async () => {
    const answer = await ask("app://polyphony/index.html");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain("<title>Polyphony</title>");
    expect(answer.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("X-Content-Type-Options")).toBe("nosniff");
    const policy = answer.headers.get("Content-Security-Policy")?.split("; ");
    expect(policy).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "frame-ancestors 'none'"]),
    );
  });

  test("and gets the page itself for the bare address", async () => {
    expect(await (await ask("app://polyphony/")).text()).toContain("Polyphony");
    expect(await (await ask("app://polyphony/?x#join")).text()).toContain("Polyphony");
  });

  test("and hears only that it is there when it asks for no more", async () => {
    const answer = await ask("app://polyphony/assets/voices.css", "HEAD");
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("");
  });
});

describe("a page asks for something else", () => {
  test.each([
    ["a file that is not there", "app://polyphony/assets/missing.css"],
    ["a folder", "app://polyphony/assets"],
    ["a kind of file that no page shows", "app://polyphony/assets/notes.exe"],
    ["another host of our scheme", "app://paper/index.html"],
    ["a file beside the program", "app://polyphony/..%2fkeys.json"],
    ["the same, said differently", "app://polyphony/assets/..%2f..%2fkeys.json"],
    ["the same with a backslash", "app://polyphony/..%5ckeys.json"],
    ["a neighbour whose name begins like ours", "app://polyphony/..%2frenderer-of-another%2findex.html"],
    ["an absolute path", "app://polyphony/%2fetc%2fhostname.json"],
    ["a name cut short by a zero byte", "app://polyphony/index.html%00.css"],
    ["an address that cannot be decoded", "app://polyphony/%ff%fe.html"],
  ])("and is told that there is nothing: %s", async (_what, url) => {
    expect((await ask(url)).status).toBe(404);
  });

  test("and may change nothing", async () => {
    expect((await ask("app://polyphony/index.html", "PUT")).status).toBe(405);
  });
});

test("a path that leads out of the folder is no file, wherever it would end", () => {
  for (const path of ["/../keys.json", "/..%2f..%2f..%2f..%2fetc/passwd", "/%2e%2e/keys.json", "/."]) {
    expect(fileAt("/program/renderer", path)).toBeNull();
  }
  expect(fileAt("/program/renderer", "/assets/../index.html")).toBe(join("/program/renderer", "index.html"));
});
