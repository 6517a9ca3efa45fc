import { expect, test, vi } from "vitest";

import { createDesktopShell } from "../../../../../renderer/shells/desktop/shell.ts";
import type { Bridge } from "../../../../../shared/ipc.ts";
import { no, ok } from "../../../../../shared/result.ts";
import type { HostingView, Vault } from "../../../../../shared/shell.ts";

// Nothing here touches the vault: it is only handed on.
const vault = {} as Vault;

const pdf = new TextEncoder().encode("%PDF-1.7");

/** What of the bridge the shell itself uses; the calls about the vault have their own tests. */
function bridge(differing: Partial<Bridge> = {}): Bridge {
  const used = {
    saveFile: vi.fn(() => Promise.resolve(ok(true))),
    printPaper: vi.fn(() => Promise.resolve(ok(pdf))),
    signalingUrls: () => Promise.resolve(ok(["ws://127.0.0.1:4807/signaling"])),
    invitationBase: () => Promise.resolve(ok("http://127.0.0.1:4807/")),
    keyProtection: () => Promise.resolve(ok("keychain" as const)),
    ...differing,
  };
  // Nothing else of it is called here; a call that is would fail as not being a function.
  return used as unknown as Bridge;
}

test("what the desktop answers is what the program gets", async () => {
  const shell = createDesktopShell(bridge(), vault);
  const file = { name: "Thursday.md", mediaType: "text/markdown", bytes: new Uint8Array([1]) };
  expect(shell.kind).toBe("desktop");
  expect(shell.vault).toBe(vault);
  expect(await shell.saveFile(file)).toBe(true);
  expect(await shell.printPaper({ title: "Thursday", html: "<p>" })).toEqual({ kind: "made", pdf });
  expect(await shell.signalingUrls()).toEqual(["ws://127.0.0.1:4807/signaling"]);
  expect(await shell.invitationBase()).toBe("http://127.0.0.1:4807/");
});

test("a laptop that could open no port offers no signaling, and the meeting can begin all the same", async () => {
  const shell = createDesktopShell(bridge({ signalingUrls: () => Promise.resolve(no("not-hosting")) }), vault);
  expect(await shell.signalingUrls()).toEqual([]);
});

test("another room's invitation is what it shows; that there is none is told, and any other refusal is a fault", async () => {
  const visiting = (answer: Awaited<ReturnType<Bridge["visitRoom"]>>) =>
    createDesktopShell(bridge({ visitRoom: () => Promise.resolve(answer) }), vault).visitRoom?.(
      "https://10.0.0.7:4807/",
    );
  expect(await visiting(ok("#join=AAAA"))).toEqual(ok("#join=AAAA"));
  for (const reason of ["no-room", "nothing-offered"] as const) expect(await visiting(no(reason))).toEqual(no(reason));
  await expect(visiting(no("malformed"))).rejects.toThrow("malformed");
});

test("a refused call is a fault of the program and does not pass for an answer", async () => {
  const shell = createDesktopShell(bridge({ saveFile: () => Promise.resolve(no("malformed")) }), vault);
  const file = { name: "", mediaType: "text/markdown", bytes: new Uint8Array() };
  await expect(shell.saveFile(file)).rejects.toThrow("malformed");
});

test("a paper that could not be made is told, and what is no PDF does not pass for one", async () => {
  const paper = { title: "Thursday", html: "<p>" };
  const failing = createDesktopShell(bridge({ printPaper: () => Promise.resolve(no("not-printed")) }), vault);
  expect(await failing.printPaper(paper)).toEqual({ kind: "not-printed" });
  const page = new TextEncoder().encode("<html>");
  const wrong = createDesktopShell(bridge({ printPaper: () => Promise.resolve(ok(page)) }), vault);
  await expect(wrong.printPaper(paper)).rejects.toThrow();
});

test("the room is opened, closed and looked around from by way of the desktop", async () => {
  const closed: HostingView = { isOpen: false, addresses: [], fingerprint: null, words: null, nearby: [] };
  const open: HostingView = { ...closed, isOpen: true, addresses: ["https://192.168.1.5:4807/"], words: "blue kettle" };
  let view: HostingView = closed;
  const shell = createDesktopShell(
    bridge({
      hosting: () => Promise.resolve(ok(view)),
      openRoom: () => {
        view = open;
        return Promise.resolve(ok(null));
      },
      closeRoom: () => {
        view = closed;
        return Promise.resolve(ok(null));
      },
      lookAround: () => Promise.resolve(ok(null)),
      offerInvitation: () => Promise.resolve(ok(null)),
    }),
    vault,
  );
  expect(shell.hosting?.view()).toEqual(closed);
  expect(await shell.hosting?.openRoom()).toEqual(ok(null));
  expect(shell.hosting?.view()).toEqual(open);
  await shell.hosting?.lookAround();
  await shell.hosting?.offer("#join=AAAA");
  await shell.hosting?.closeRoom();
  expect(shell.hosting?.view().isOpen).toBe(false);
});

test("a laptop that could open no port has a room that stays closed; a refusal is an error of the program", async () => {
  const none = () => Promise.resolve(no("not-hosting" as const));
  const portless = createDesktopShell(
    bridge({ hosting: none, openRoom: none, closeRoom: none, lookAround: none, offerInvitation: none }),
    vault,
  ).hosting;
  expect(await portless?.openRoom()).toEqual(no("not-hosting"));
  await portless?.closeRoom();
  await portless?.lookAround();
  await portless?.offer(null);
  expect(portless?.view().isOpen).toBe(false);
  const refused = createDesktopShell(bridge({ openRoom: () => Promise.resolve(no("malformed")) }), vault).hosting;
  await expect(refused?.openRoom()).rejects.toThrow(/openRoom.*malformed/);
});
