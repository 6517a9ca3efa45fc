import { openIndexedDbVault } from "../../../renderer/shells/browser/indexed-db-vault.ts";
import { fillVault, type Filled } from "./say-in-turn.ts";

declare global {
  interface Window {
    fillVault: (texts: readonly string[], after: string | null) => Promise<Filled>;
  }
}

/** Put into a page of the program: fills the vault that it opens. No page may have a meeting of it open. */
window.fillVault = async (texts, after) => {
  const opened = await openIndexedDbVault();
  if (!opened.ok) throw new Error(`the vault did not open: ${opened.reason}`);
  return fillVault(opened.value, texts, after);
};
