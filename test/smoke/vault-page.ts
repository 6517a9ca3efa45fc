import { desktopBridge } from "../../renderer/shells/desktop/bridge.ts";
import { openDesktopVault } from "../../renderer/shells/desktop/desktop-vault.ts";
import type { Bridge, CallName } from "../../shared/ipc.ts";
import { another, meeting, nobodys } from "../contract/kept.ts";
import { VAULT_PROMISES, type VaultDevice } from "../contract/vault.ts";

/** What the tests do inside the desktop's window. */
export interface DesktopVaultPage {
  /** Tries one of the promises that every vault makes. Gives null, or what was not as promised. */
  keeps(title: string): Promise<string | null>;
}

declare global {
  interface Window {
    desktopVaultPage: DesktopVaultPage;
  }
}

/**
 * The window's own way to its vault, emptied. The main process has one vault as long as it runs, so taking it away is
 * played here, by a bridge that does not answer any more: what a window sees of a program that ends.
 */
async function newDevice(): Promise<VaultDevice> {
  const bridge = desktopBridge();
  if (bridge === null) throw new Error("this page is not in the desktop's window");
  for (const one of [meeting, another, nobodys]) {
    for (const start of ["meeting", "voice"]) await bridge.forgetMeeting(one, start);
  }
  const cuts: (() => void)[] = [];
  return {
    async open() {
      let isCut = false;
      cuts.push(() => (isCut = true));
      const calls = Object.entries(bridge).map(([call, ask]) => [
        call,
        // The bridge's calls take what the contract says; this hands it on as it comes.
        (...given: unknown[]) =>
          isCut ? Promise.reject(new Error("cut")) : (ask as (...all: unknown[]) => unknown)(...given),
      ]);
      // The same names, each with the same call behind it.
      const vault = await openDesktopVault(Object.fromEntries(calls) as Pick<Bridge, CallName>);
      if (!vault.ok) throw new Error(`the vault did not open: ${vault.reason}`);
      return vault.value;
    },
    async takeAway() {
      for (const cut of cuts.splice(0)) cut();
    },
  };
}

window.desktopVaultPage = {
  async keeps(title) {
    const promise = VAULT_PROMISES.find((one) => one.title === title);
    if (promise === undefined) return `nobody promises that a vault ${title}`;
    return promise.isKept(newDevice).then(
      () => null,
      (error: unknown) => String(error),
    );
  },
};
