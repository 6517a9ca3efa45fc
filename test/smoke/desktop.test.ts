/**
 * The desktop shell as electron-vite builds it, run unchanged under Node with a stand-in in Electron's place
 * (test/electron-stand-in): windows are pages of an ordinary Chromium, and dialogs are answered from a script.
 *
 * It shows that main, preload and page fit together, what main asks of Electron, what it answers and what it refuses.
 * It CANNOT show what Electron itself has to do: that the page is isolated and sandboxed, that permissions and the
 * switches in the binary are enforced, what the system's dialogs and menus look like, or that an installer works.
 */
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WebSocket } from "ws";

import { buildDesktop, type BuiltDesktop } from "../electron-stand-in/build-desktop.ts";
import { startDesktop, type Desktop } from "../electron-stand-in/start-desktop.ts";

const page = "app://polyphony/index.html";
const paper = (stranger: string) => ({
  title: "What was said on Thursday",
  html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>lost by Chromium</title></head>
    <body><h1>The meeting</h1><p>Samira: I want to sleep.</p>
    <p id="script"></p><script>document.getElementById("script").textContent = "a script ran";</script>
    <img alt="" src="${stranger}picture.png"></body></html>`,
});

let built: BuiltDesktop;
let documents: string;
let userData: string;
let desktop: Desktop;

/** Someone on the network who would like to hear from a page, and what has reached them. */
const stranger = createServer((request, response) => {
  reachedStranger.push(request.url ?? "");
  response.setHeader("Access-Control-Allow-Origin", "*").end("<title>A stranger</title>");
});
const reachedStranger: string[] = [];
let strangerUrl: string;

beforeAll(async () => {
  await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
  // A server that listens at a port has an address with one.
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
  documents = await mkdtemp(join(tmpdir(), "polyphony-documents-"));
  userData = await mkdtemp(join(tmpdir(), "polyphony-user-data-"));
  built = await buildDesktop();
  desktop = startDesktop({ main: built.main, documents, userData });
});

afterAll(async () => {
  await desktop.quit();
  stranger.close();
  await built.remove();
  for (const directory of [documents, userData])
    await rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

describe("the window", () => {
  test("shows the program's page from its own protocol, under its strict policy", async () => {
    expect(await desktop.evaluate("document.title")).toBe("Polyphony");
    expect(await desktop.evaluate("location.host + location.pathname")).toBe("polyphony.app.localhost/index.html");
    const policy = await desktop.evaluate(
      `fetch("index.html").then((page) => page.headers.get("Content-Security-Policy"))`,
    );
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  });

  test("lets the program itself run under that policy, up to its first screen", async () => {
    await expect.poll(() => desktop.evaluate("document.querySelector('h1')?.textContent ?? ''")).not.toBe("");
    expect((await desktop.journal()).filter(({ asked }) => asked === "page-error")).toEqual([]);
  });

  test("runs the page's own script and no other", async () => {
    await desktop.evaluate(`(() => {
      const script = document.createElement("script");
      script.textContent = "window.strangerRan = true";
      document.body.append(script);
    })()`);
    expect(await desktop.evaluate("window.strangerRan")).toBeUndefined();
  });

  test("asks Electron for a sandboxed, isolated page without Node, and for all network interfaces", async () => {
    const journal = await desktop.journal();
    expect(journal.find(({ asked }) => asked === "BrowserWindow")?.details).toMatchObject({
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true },
    });
    expect(journal).toContainEqual({ asked: "setWebRTCIPHandlingPolicy", details: { policy: "default" } });
    expect(journal.map(({ asked }) => asked)).toEqual(
      expect.arrayContaining([
        "enableSandbox",
        "registerSchemesAsPrivileged",
        "setPermissionCheckHandler",
        "setPermissionRequestHandler",
        "setWindowOpenHandler",
        "setApplicationMenu",
        "show",
      ]),
    );
  });

  test("stays where it is when something on the page leads elsewhere", async () => {
    await desktop.evaluate(`void (location.href = "${strangerUrl}")`);
    await desktop.evaluate("new Promise((resolve) => setTimeout(resolve, 200))");
    expect(await desktop.evaluate("location.pathname")).toBe("/index.html");
    expect(reachedStranger).toEqual([]);
  });

  test("comes forward when the program is started a second time", async () => {
    await desktop.startAgain();
    await expect.poll(async () => (await desktop.journal()).map(({ asked }) => asked)).toContain("focus");
  });

  test("is not opened twice: a second process ends at once", async () => {
    const second = startDesktop({ main: built.main, documents, userData, lockIsTaken: true });
    expect(await second.ended).toBe(0);
  });
});

describe("window.polyphony", () => {
  test("offers the calls of the contract and nothing else", async () => {
    expect(await desktop.evaluate("Object.keys(window.polyphony).sort()")).toEqual([
      "appendEntries",
      "closeRoom",
      "forgetMeeting",
      "hosting",
      "invitationBase",
      "keyProtection",
      "lookAround",
      "offerInvitation",
      "openRoom",
      "printPaper",
      "putRecord",
      "readEntries",
      "readRecords",
      "replaceEntries",
      "saveFile",
      "sealingKey",
      "signalingUrls",
      "visitRoom",
    ]);
  });

  test("saveFile writes what Samira saves to the place she chooses", async () => {
    const chosen = join(documents, "mine.md");
    await desktop.answerSaveDialog(chosen);
    const answer = await desktop.evaluate(`window.polyphony.saveFile({
      name: "Samira / Thursday",
      mediaType: "text/markdown;charset=utf-8",
      bytes: new TextEncoder().encode("I want to sleep. ليلى"),
    })`);
    expect(answer).toEqual({ ok: true, value: true });
    expect(await readFile(chosen, "utf8")).toBe("I want to sleep. ليلى");
    const asked = (await desktop.journal()).findLast(({ asked }) => asked === "showSaveDialog");
    expect(asked?.details).toMatchObject({
      defaultPath: join(documents, "Samira Thursday.md"),
      filters: [{ extensions: ["md"] }],
    });
  });

  test("saveFile writes nothing when she changes her mind", async () => {
    await desktop.answerSaveDialog(null);
    const answer = await desktop.evaluate(
      `window.polyphony.saveFile({ name: "x", mediaType: "text/plain", bytes: new Uint8Array([1]) })`,
    );
    expect(answer).toEqual({ ok: true, value: false });
  });

  test("saveFile says when a place cannot be written to, and lets her choose another", async () => {
    const chosen = join(documents, "second.txt");
    await desktop.answerSaveDialog(join(documents, "no such folder", "first.txt"));
    await desktop.answerSaveDialog(chosen);
    const answer = await desktop.evaluate(
      `window.polyphony.saveFile({ name: "x", mediaType: "text/plain", bytes: new Uint8Array([65]) })`,
    );
    expect(answer).toEqual({ ok: true, value: true });
    expect(await readFile(chosen, "utf8")).toBe("A");
    expect((await desktop.journal()).map(({ asked }) => asked)).toContain("showMessageBox");
  });

  test("printPaper gives a tagged PDF back, runs no script, loads nothing and writes nothing", async () => {
    const answer = await desktop.evaluate(`window.polyphony.printPaper(${JSON.stringify(paper(strangerUrl))})
      .then((printed) => printed.value.toBase64())`);
    const made = join(documents, "printed.pdf");
    await writeFile(made, Buffer.from(String(answer), "base64"));
    const { stdout: facts } = await promisify(execFile)("pdfinfo", [made]);
    expect(facts).toMatch(/^Tagged:\s+yes$/m);
    expect(facts).toMatch(/^JavaScript:\s+no$/m);
    const { stdout: text } = await promisify(execFile)("pdftotext", [made, "-"]);
    expect(text).toContain("Samira: I want to sleep.");
    expect(text).not.toContain("a script ran");
    expect(reachedStranger).toEqual([]);
  });

  test("signalingUrls names a server that carries a message from one laptop to another", async () => {
    const answer = await desktop.evaluate("window.polyphony.signalingUrls()");
    expect(answer).toEqual({ ok: true, value: [expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\//)] });
    const url = String(await desktop.evaluate("window.polyphony.signalingUrls().then((urls) => urls.value[0])"));
    const [samira, layla] = [new WebSocket(url), new WebSocket(url)];
    const heard: unknown[] = [];
    layla.on("message", (data: Buffer) => heard.push(JSON.parse(data.toString())));
    // Both are listened to before either is waited for: what happens to one meanwhile is not missed.
    await Promise.all([samira, layla].map((laptop) => new Promise((resolve) => laptop.once("open", resolve))));
    for (const laptop of [samira, layla]) laptop.send(JSON.stringify({ type: "subscribe", topics: ["kitchen"] }));
    layla.send(JSON.stringify({ type: "ping" }));
    await expect.poll(() => heard).toContainEqual({ type: "pong" });
    samira.send(JSON.stringify({ type: "publish", topic: "kitchen", data: "hello" }));
    await expect.poll(() => heard).toContainEqual(expect.objectContaining({ topic: "kitchen", data: "hello" }));
    samira.close();
    layla.close();
  });

  test("signaling takes the window itself for one of ours", async () => {
    const opened = await desktop.evaluate(`window.polyphony.signalingUrls().then((urls) => new Promise((resolve) => {
      const socket = new WebSocket(urls.value[0]);
      socket.onopen = () => socket.send(JSON.stringify({ type: "ping" }));
      socket.onmessage = ({ data }) => { socket.close(); resolve(data); };
      socket.onclose = () => resolve("refused");
    }))`);
    expect(opened).toBe('{"type":"pong"}');
  });

  test("invitationBase is where another laptop's browser finds the same program", async () => {
    const base = String(await desktop.evaluate("window.polyphony.invitationBase().then((base) => base.value)"));
    const response = await fetch(base);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Security-Policy")).toContain("default-src 'none'");
    expect(await response.text()).toContain("<title>Polyphony</title>");
  });

  test("hosting says that no other laptop can come in as long as the person has not wished it", async () => {
    expect(await desktop.evaluate("window.polyphony.hosting()")).toEqual({
      ok: true,
      value: { isOpen: false, addresses: [], fingerprint: null, words: null, nearby: [] },
    });
    expect(await desktop.evaluate("window.polyphony.closeRoom()")).toEqual({ ok: true, value: null });
  });
});

describe("a page that is not to be trusted", () => {
  const raw = (call: string, ...given: unknown[]) =>
    `window.__standInInvoke("polyphony:${call}", ${JSON.stringify(given)})`;

  test.each([
    ["too few arguments", raw("saveFile")],
    ["too many arguments", raw("signalingUrls", "more")],
    ["bytes that are none", raw("saveFile", { name: "x", mediaType: "text/plain", bytes: [1, 2] })],
    ["a title that is no text", raw("printPaper", { title: 7, html: "" })],
    ["a property that nobody asked for", raw("printPaper", { title: "x", html: "", path: "/etc" })],
    [
      "a kind of file that could be started",
      `window.polyphony.saveFile({ name: "x.exe", mediaType: "application/x-msdownload", bytes: new Uint8Array() })`,
    ],
  ])("is refused when it gives %s", async (_what, call) => {
    expect(await desktop.evaluate(call)).toEqual({ ok: false, reason: "malformed" });
  });

  test("cannot call from a frame embedded in the page", async () => {
    await desktop.evaluate(`new Promise((resolve) => {
      const frame = document.createElement("iframe");
      frame.srcdoc = "<p>embedded</p>";
      frame.onload = resolve;
      document.body.append(frame);
    })`);
    expect(await desktop.evaluate("typeof window.polyphony", 1)).toBe("undefined");
    expect(await desktop.evaluate(raw("invitationBase"), 1)).toEqual({ ok: false, reason: "not-our-page" });
    await desktop.evaluate(`document.querySelector("iframe").remove()`);
  });

  test("cannot call after it took the place of ours, and ours can again once it is back", async () => {
    await desktop.replacePage("about:blank");
    expect(await desktop.evaluate(raw("invitationBase"))).toEqual({ ok: false, reason: "not-our-page" });
    expect(await desktop.evaluate(raw("saveFile", "nonsense"))).toEqual({ ok: false, reason: "not-our-page" });
    await desktop.load(page);
    expect(await desktop.evaluate(raw("invitationBase"))).toMatchObject({ ok: true });
  });

  test("cannot fetch a file beside the program's, nor anything from the network", async () => {
    const beside = join(built.main, "../../renderer-secret.json");
    await writeFile(beside, "not for pages");
    for (const path of ["..%2frenderer-secret.json", "%2e%2e%2frenderer-secret.json", "..%5crenderer-secret.json"]) {
      expect(await desktop.evaluate(`fetch("/${path}").then((answer) => answer.status)`)).toBe(404);
    }
    expect(await desktop.evaluate(`fetch("${strangerUrl}").then(() => "sent", () => "refused")`)).toBe("refused");
    expect(reachedStranger).toEqual([]);
  });
});
