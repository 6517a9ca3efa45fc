import * as v from "valibot";
import { PrintedPdfSchema, type Bridge } from "../../../shared/ipc.ts";
import type { Result } from "../../../shared/result.ts";
import type { Shell, Vault } from "../../../shared/shell.ts";

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
  };
}

/** Turning away a call that our own page makes is a fault of the program, not an outcome for the person: it is thrown. */
function answered<Value>(call: string, answer: Result<Value, string>): Value {
  if (answer.ok) return answer.value;
  throw new Error(`The desktop refused ${call}: ${answer.reason}`);
}
