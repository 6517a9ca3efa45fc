import { EventEmitter } from "node:events";

import type { Frame, Page, Request as PageRequest, Route } from "playwright-core";

import { fromChromium, toChromium } from "./addresses.ts";
import { app } from "./app.ts";
import { startedChromium } from "./chromium.ts";
import { invoke, type SenderFrame } from "./ipc-main.ts";
import { note } from "./journal.ts";
import { preloadScript, wireName } from "./preload-script.ts";
import { session as sessions, type StandInSession } from "./session.ts";
import { carryOn } from "./web-socket.ts";

interface WindowWish {
  readonly webPreferences: {
    readonly preload?: string;
    readonly javascript?: boolean;
    readonly session?: StandInSession;
  };
}

interface PdfWish {
  readonly generateTaggedPDF?: boolean;
  readonly generateDocumentOutline?: boolean;
  readonly preferCSSPageSize?: boolean;
  readonly printBackground?: boolean;
  readonly pageSize?: string;
}

/** `electron.WebContents`: one page of Chromium. */
class WebContents extends EventEmitter {
  readonly page: Promise<Page>;
  /** The address that the main process itself is loading; Electron announces no navigation for it. */
  #loading: string | null = null;
  readonly #session: StandInSession;

  constructor({ webPreferences }: WindowWish) {
    super();
    this.#session = webPreferences.session ?? sessions.defaultSession;
    this.page = this.#open(webPreferences);
  }

  setWindowOpenHandler(): void {
    note("setWindowOpenHandler");
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    note("setWebRTCIPHandlingPolicy", { policy });
  }

  async load(url: string): Promise<void> {
    const page = await this.page;
    this.#loading = url;
    await page.goto(toChromium(url));
    this.#loading = null;
  }

  async printToPDF(wish: PdfWish): Promise<Buffer> {
    return (await this.page).pdf({
      tagged: wish.generateTaggedPDF ?? false,
      outline: wish.generateDocumentOutline ?? false,
      preferCSSPageSize: wish.preferCSSPageSize ?? false,
      printBackground: wish.printBackground ?? false,
      format: wish.pageSize ?? "Letter",
    });
  }

  async #open({ preload, javascript }: WindowWish["webPreferences"]): Promise<Page> {
    const browser = await startedChromium();
    const context = await browser.newContext({
      javaScriptEnabled: javascript ?? true,
      // So that a request to this machine is stopped by the program, where it is, and not by Chromium.
      permissions: ["local-network-access"],
    });
    const page = await context.newPage();
    page.on("pageerror", (error) => note("page-error", { message: error.message }));
    page.on("console", (said) => said.type() === "error" && note("page-error", { message: said.text() }));
    await page.route("**/*", (route, request) => this.#answer(route, request));
    await page.routeWebSocket(/./, carryOn);
    if (preload !== undefined) {
      await page.exposeBinding(wireName, ({ frame }, channel: string, given: unknown[]) =>
        invoke(senderOf(frame), channel, given),
      );
      await page.addInitScript(preloadScript(preload));
    }
    return page;
  }

  async #answer(route: Route, request: PageRequest): Promise<void> {
    const url = fromChromium(request.url());
    if (request.isNavigationRequest() && url !== this.#loading && this.#isPrevented(url, isOfMainFrame(request))) {
      return route.abort("aborted");
    }
    if (!(await this.#session.lets(url))) return route.abort("blockedbyclient");
    const answerer = this.#session.protocol.answerers.get(new URL(url).protocol.slice(0, -1));
    if (answerer === undefined) return route.continue();
    const response = await answerer(new Request(url, { method: request.method() }));
    return route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  }

  #isPrevented(url: string, isMainFrame: boolean): boolean {
    let isPrevented = false;
    this.emit("will-frame-navigate", { url, isMainFrame, preventDefault: () => (isPrevented = true) });
    return isPrevented;
  }
}

const openWindows = new Set<BrowserWindow>();
let firstLoaded: (window: BrowserWindow) => void;

/** The program's window, once its page is loaded. */
export const programWindow = new Promise<BrowserWindow>((resolve) => {
  firstLoaded = resolve;
});

/** `electron.BrowserWindow`. */
export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  #isDestroyed = false;

  constructor(wish: WindowWish) {
    super();
    const { session, ...webPreferences } = wish.webPreferences;
    note("BrowserWindow", { ...wish, webPreferences: { ...webPreferences, ownSession: session !== undefined } });
    this.webContents = new WebContents(wish);
    openWindows.add(this);
    app.emit("web-contents-created", {}, this.webContents);
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.load(url);
    firstLoaded(this);
    this.emit("ready-to-show");
  }

  show(): void {
    note("show");
  }

  focus(): void {
    note("focus");
  }

  isMinimized(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  destroy(): void {
    this.#isDestroyed = true;
    openWindows.delete(this);
    void this.webContents.page.then((page) => page.context().close());
    if (openWindows.size === 0) app.emit("window-all-closed");
  }
}

function senderOf(frame: Frame): SenderFrame {
  const parent = frame.parentFrame();
  return { url: fromChromium(frame.url()), parent: parent === null ? null : senderOf(parent) };
}

function isOfMainFrame(request: PageRequest): boolean {
  return request.frame().parentFrame() === null;
}
