import { StrictMode, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { no, ok, type Result } from "../shared/result.ts";
import type { KeyTrouble } from "../shared/ipc.ts";
import type { Shell } from "../shared/shell.ts";
import { App } from "./app/App.tsx";
import { takeInvitation } from "./app/brought-invitation.ts";
import { Mishap, MishapPage } from "./app/Mishap.tsx";
import { withGuests } from "./arrive/guest-meetings.ts";
import { Composer } from "./editor/Composer.tsx";
import { SummaryEditor } from "./editor/SummaryEditor.tsx";
import { createMessages } from "./i18n/messages.ts";
import { createMeetings } from "./session/local-meetings.ts";
import { showPreferences } from "./settings/preferences.ts";
import { createBrowserShell } from "./shells/browser/browser-shell.ts";
import { createGuestVault } from "./shells/browser/guest-vault.ts";
import { findHosting } from "./shells/browser/here.ts";
import { openIndexedDbVault } from "./shells/browser/indexed-db-vault.ts";
import type { KeyLock } from "./shells/browser/key-lock.ts";
import { desktopBridge } from "./shells/desktop/bridge.ts";
import { openDesktopVault } from "./shells/desktop/desktop-vault.ts";
import { createDesktopShell } from "./shells/desktop/shell.ts";
import { openLobby } from "./transport/lobby-line.ts";
import { openCarrier } from "./transport/open-carrier.ts";
import { bearMovedNodes } from "./ui/moved-nodes.ts";

/** The composition root: which shell, which editors, which way to the other laptops. */
async function start(place: Root): Promise<void> {
  const shell = await openShell(place);
  if (!shell.ok) {
    const { CannotBegin } = await import("./unlock/CannotBegin.tsx");
    showAlone(place, <CannotBegin reason={shell.reason} />);
    return;
  }
  const ways = { openCarrier, openLobby };
  const meetings = withGuests(
    createMeetings(shell.value, ways),
    createMeetings({ ...shell.value, vault: await createGuestVault() }, ways),
  );
  place.render(
    <StrictMode>
      <App meetings={meetings} shell={shell.value} editors={{ Composer, Summary: SummaryEditor }} />
    </StrictMode>,
  );
}

async function openShell(place: Root): Promise<Result<Shell, KeyTrouble>> {
  const bridge = desktopBridge();
  if (bridge !== null) {
    const vault = await openDesktopVault(bridge);
    return vault.ok ? ok(createDesktopShell(bridge, vault.value)) : no(vault.reason);
  }
  const [vault, hosting] = await Promise.all([openIndexedDbVault(), findHosting()]);
  if (!vault.ok) return no(vault.reason);
  if (vault.value.lock.isClosed()) await askForPassphrase(place, vault.value.lock);
  return ok(createBrowserShell(vault.value, hosting));
}

/** Resolves when the lock is open. The screen comes only where there is a passphrase to ask for. */
async function askForPassphrase(place: Root, lock: KeyLock): Promise<void> {
  const { Unlock } = await import("./unlock/Unlock.tsx");
  await new Promise<void>((resolve) => {
    showAlone(place, <Unlock lock={lock} onOpened={resolve} onEmptied={() => window.location.reload()} />);
  });
}

/** Shows a screen that stands before the program. */
function showAlone(place: Root, screen: ReactNode): void {
  showPreferences();
  place.render(
    <I18nextProvider i18n={createMessages()}>
      <Mishap>{screen}</Mishap>
    </I18nextProvider>,
  );
}

takeInvitation();
bearMovedNodes(Node);
const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the program");
const root = createRoot(place);
start(root).catch((error: unknown) => {
  showAlone(root, <MishapPage />);
  reportError(error);
});
