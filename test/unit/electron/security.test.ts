import { EventEmitter } from "node:events";

import type { App, Session } from "electron";
import { describe, expect, test } from "vitest";

import { guardEveryPage, guardSession, paperRules, windowRules, type Asking } from "../../../electron/security.ts";

const ours: Asking = { origin: "app://polyphony/", isMainFrame: true };
const stranger: Asking = { origin: "https://example.org/", isMainFrame: true };
const embedded: Asking = { origin: "app://polyphony/", isMainFrame: false };

describe("the microphone", () => {
  test("counts as held by our page, so that two laptops find each other in a flat without internet", () => {
    expect(windowRules.holds("media", ours)).toBe(true);
    expect(windowRules.holds("media", { ...ours, mediaType: "audio" })).toBe(true);
  });

  test("is never given to anyone who wants to listen", () => {
    for (const asking of [ours, stranger, embedded]) {
      expect(windowRules.isGiven("media", asking)).toBe(false);
      expect(windowRules.isGiven("display-capture", asking)).toBe(false);
    }
  });

  test("counts as held by nobody else, and the camera by nobody at all", () => {
    expect(windowRules.holds("media", stranger)).toBe(false);
    expect(windowRules.holds("media", embedded)).toBe(false);
    expect(windowRules.holds("media", { ...ours, mediaType: "video" })).toBe(false);
  });
});

describe("other permissions", () => {
  test("our page may reach the laptops in the room, copy an invitation and keep its store", () => {
    for (const permission of ["local-network-access", "clipboard-sanitized-write", "persistent-storage"]) {
      expect(windowRules.holds(permission, ours)).toBe(true);
      expect(windowRules.isGiven(permission, ours)).toBe(true);
      expect(windowRules.isGiven(permission, stranger)).toBe(false);
      expect(windowRules.isGiven(permission, embedded)).toBe(false);
    }
  });

  test("everything else is refused, also what nobody has thought of yet", () => {
    for (const permission of ["geolocation", "notifications", "clipboard-read", "usb", "openExternal", "new-in-2031"]) {
      expect(windowRules.holds(permission, ours)).toBe(false);
      expect(windowRules.isGiven(permission, ours)).toBe(false);
    }
  });

  test("a paper is permitted nothing", () => {
    const rules = paperRules(() => true);
    expect(rules.holds("media", ours)).toBe(false);
    expect(rules.isGiven("clipboard-sanitized-write", ours)).toBe(false);
  });
});

describe("what is loaded", () => {
  test("the window loads the program and speaks to signaling, and to nothing else", () => {
    for (const url of ["app://polyphony/assets/main.js", "ws://192.168.178.20:4807/signaling", "data:font/woff2,x"]) {
      expect(windowRules.mayLoad(url)).toBe(true);
    }
    for (const url of [
      "https://example.org/",
      "http://192.168.178.20/",
      "file:///etc/hosts",
      "app://paper/1",
      "nonsense",
    ]) {
      expect(windowRules.mayLoad(url)).toBe(false);
    }
  });

  test("a paper loads itself and what it carries", () => {
    const rules = paperRules((url) => url === "app://paper/1");
    expect(rules.mayLoad("app://paper/1")).toBe(true);
    expect(rules.mayLoad("data:image/png;base64,AA")).toBe(true);
    for (const url of ["app://paper/2", "app://polyphony/index.html", "ws://127.0.0.1/", "https://example.org/"]) {
      expect(rules.mayLoad(url)).toBe(false);
    }
  });
});

type Listener = (...given: unknown[]) => unknown;

/** Stands where Electron would: takes a listener, and calls it as Electron does. */
function ear() {
  const heard: Listener[] = [];
  return {
    listen: (listener: Listener) => void heard.push(listener),
    tell: (...given: unknown[]) => heard.at(-1)?.(...given),
  };
}

function guardedSession() {
  const [request, check, ask, device, certificate] = [ear(), ear(), ear(), ear(), ear()];
  const session = {
    webRequest: { onBeforeRequest: request.listen },
    setPermissionCheckHandler: check.listen,
    setPermissionRequestHandler: ask.listen,
    setDevicePermissionHandler: device.listen,
    setCertificateVerifyProc: certificate.listen,
  };
  // Only these five are called on it.
  guardSession(session as unknown as Session, windowRules);
  return { request, check, ask, device, certificate };
}

describe("a guarded session", () => {
  test("cancels a request to the network and lets the program's own through", () => {
    const { request } = guardedSession();
    const answers: unknown[] = [];
    request.tell({ url: "https://example.org/" }, (answer: unknown) => answers.push(answer));
    request.tell({ url: "app://polyphony/index.html" }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel: true }, { cancel: false }]);
  });

  test("takes the certificate of a laptop in the room, and leaves every other to Chromium", () => {
    const { certificate } = guardedSession();
    const answers: unknown[] = [];
    for (const hostname of ["192.168.1.5", "169.254.3.4", "8.8.8.8", "rendezvous.example", "192.168.1.5.example"]) {
      certificate.tell({ hostname }, (answer: unknown) => answers.push(answer));
    }
    expect(answers).toEqual([0, 0, -3, -3, -3]);
    expect(paperRules(() => true).takesAnyCertificate("192.168.1.5")).toBe(false);
  });

  test("says what our page holds, and nothing to a stranger", () => {
    const { check } = guardedSession();
    expect(check.tell(null, "media", "app://polyphony/", { isMainFrame: true })).toBe(true);
    expect(check.tell(null, "media", "app://polyphony/", { isMainFrame: true, mediaType: "video" })).toBe(false);
    expect(check.tell(null, "media", "https://example.org/", { isMainFrame: true })).toBe(false);
  });

  test("gives our page its store but not the microphone, and nobody a device", () => {
    const { ask, device } = guardedSession();
    const details = { requestingUrl: "app://polyphony/index.html", isMainFrame: true };
    const answers: unknown[] = [];
    ask.tell(null, "media", (answer: unknown) => answers.push(answer), details);
    ask.tell(null, "persistent-storage", (answer: unknown) => answers.push(answer), details);
    expect(answers).toEqual([false, true]);
    expect(device.tell({ deviceType: "usb" })).toBe(false);
  });
});

describe("a guarded page", () => {
  const app = new EventEmitter();
  const opening = ear();
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: opening.listen });
  // Only `on` is called on it.
  guardEveryPage(app as unknown as App);
  app.emit("web-contents-created", {}, contents);

  function isPrevented(event: string, details: object = {}): boolean {
    let prevented = false;
    contents.emit(event, { ...details, preventDefault: () => (prevented = true) });
    return prevented;
  }

  test("goes nowhere but to the program's own page", () => {
    expect(isPrevented("will-frame-navigate", { url: "app://polyphony/index.html", isMainFrame: true })).toBe(false);
    expect(isPrevented("will-frame-navigate", { url: "https://example.org/", isMainFrame: true })).toBe(true);
    expect(isPrevented("will-frame-navigate", { url: "app://polyphony/index.html", isMainFrame: false })).toBe(true);
    expect(isPrevented("will-redirect", { url: "app://polyphony/index.html" })).toBe(true);
  });

  test("opens no window and takes no guest in", () => {
    expect(opening.tell({ url: "app://polyphony/index.html" })).toEqual({ action: "deny" });
    expect(isPrevented("will-attach-webview")).toBe(true);
  });
});
