import type { Shell } from "../../../shared/shell.ts";
import type { PolledHosting } from "../hosting/polled-hosting.ts";
import { offeredInvitation } from "./offered-invitation.ts";
import type { IndexedDbVault } from "./indexed-db-vault.ts";

/** How long a downloaded file's address stays valid, for the browser to fetch it. */
const DOWNLOAD_MS = 60_000;

/**
 * The shell of a browser tab: files are downloads, papers go through the browser's own print dialog. `hosting` is null in a
 * guest's browser.
 */
export function createBrowserShell(vault: IndexedDbVault, hosting: PolledHosting | null): Shell {
  return {
    kind: "browser",
    vault,
    passphrase: vault.lock,
    saveFile({ name, mediaType, bytes }) {
      const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
      const link = document.createElement("a");
      link.href = address;
      link.download = name;
      link.click();
      setTimeout(() => {
        URL.revokeObjectURL(address);
      }, DOWNLOAD_MS);
      return Promise.resolve(true);
    },
    printPaper({ title, html }) {
      return Promise.resolve({ kind: printInNewTab(title, html) ? "printing" : "not-printed" });
    },
    signalingUrls() {
      const { protocol, host } = window.location;
      return Promise.resolve([`${protocol === "https:" ? "wss" : "ws"}://${host}/signaling`]);
    },
    async invitationBase() {
      // The address in this window leads other laptops nowhere, if it is the one that only this machine has.
      const room = await hosting?.refresh();
      return room?.addresses[0] ?? window.location.origin + window.location.pathname;
    },
    ...(hosting !== null && { hosting }),
    // A page that came over https came from another laptop.
    ...(window.location.protocol === "https:" && { offeredInvitation }),
  };
}

/**
 * Opens the page in a tab of its own and asks the browser to print it: its dialog also saves a tagged PDF. Returns false
 * when the browser did not open the tab.
 */
function printInNewTab(title: string, html: string): boolean {
  const address = URL.createObjectURL(new Blob([html], { type: "text/html" }));
  const tab = window.open(address, "_blank");
  if (tab === null) {
    URL.revokeObjectURL(address);
    return false;
  }
  tab.addEventListener("load", () => {
    tab.document.title = title;
    tab.print();
  });
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, DOWNLOAD_MS);
  return true;
}
