import * as v from "valibot";
import { PrintedPdfSchema, type Bridge } from "../../../shared/ipc.ts";
import { no, ok, type Result } from "../../../shared/result.ts";
import type { HostingView, Shell, Vault } from "../../../shared/shell.ts";
import { createPolledHosting, type PolledHosting } from "../hosting/polled-hosting.ts";

/**
 * The desktop shell: the system's own dialogs, tagged PDFs, and signaling that this laptop hosts, all asked for over
 * the bridge. The vault is passed in.
 */
export function createDesktopShell(bridge: Bridge, vault: Vault): Shell {
  return {
    kind: "desktop",
    vault,
    keyKeptBySystem: async () => answered("keyProtection", await bridge.keyProtection()) === "keychain",
    saveFile: async (file) => answered("saveFile", await bridge.saveFile(file)),
    printPaper: async (paper) => {
      const printed = await bridge.printPaper(paper);
      if (!printed.ok && printed.reason === "not-printed") return { kind: "not-printed" };
      return { kind: "made", pdf: v.parse(PrintedPdfSchema, answered("printPaper", printed)) };
    },
    signalingUrls: async () => {
      const urls = await bridge.signalingUrls();
      // A laptop that could not open a port has no server to offer; the meeting can use another laptop's.
      return !urls.ok && urls.reason === "not-hosting" ? [] : answered("signalingUrls", urls);
    },
    invitationBase: async () => answered("invitationBase", await bridge.invitationBase()),
    visitRoom: async (room) => {
      const visited = await bridge.visitRoom(room);
      if (!visited.ok && (visited.reason === "no-room" || visited.reason === "nothing-offered"))
        return no(visited.reason);
      return ok(answered("visitRoom", visited));
    },
    hosting: createHosting(bridge),
  };
}

const CLOSED: HostingView = { isOpen: false, addresses: [], fingerprint: null, words: null, nearby: [] };

/** A laptop that could not open a port has a room that stays closed. */
function createHosting(bridge: Bridge): PolledHosting {
  const line = {
    async ask() {
      const view = await bridge.hosting();
      return !view.ok && view.reason === "not-hosting" ? CLOSED : answered("hosting", view);
    },
    async openRoom() {
      const opened = await bridge.openRoom();
      return !opened.ok && opened.reason === "not-hosting" ? no("not-hosting") : ok(answered("openRoom", opened));
    },
    async closeRoom() {
      const closed = await bridge.closeRoom();
      if (closed.ok || closed.reason !== "not-hosting") answered("closeRoom", closed);
    },
    async lookAround() {
      const looking = await bridge.lookAround();
      if (looking.ok || looking.reason !== "not-hosting") answered("lookAround", looking);
    },
    async offer(invitation: string | null) {
      const offered = await bridge.offerInvitation(invitation);
      if (offered.ok || offered.reason !== "not-hosting") answered("offerInvitation", offered);
    },
  };
  return createPolledHosting(line, CLOSED);
}

/** Turning away a call that our own page makes is a fault of the program, not an outcome for the person: it is thrown. */
function answered<Value>(call: string, answer: Result<Value, string>): Value {
  if (answer.ok) return answer.value;
  throw new Error(`The desktop refused ${call}: ${answer.reason}`);
}
