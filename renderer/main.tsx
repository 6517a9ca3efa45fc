import { StrictMode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import type { Result } from "../shared/result.ts";
import type { Shell, Vault, VaultFailure } from "../shared/shell.ts";
import { App } from "./app/App.tsx";
import { MishapPage } from "./app/Mishap.tsx";
import { Composer } from "./editor/Composer.tsx";
import { SummaryEditor } from "./editor/SummaryEditor.tsx";
import { createMessages } from "./i18n/messages.ts";
import { createMeetings } from "./session/local-meetings.ts";
import { createBrowserShell } from "./shells/browser/browser-shell.ts";
import { openIndexedDbVault } from "./shells/browser/indexed-db-vault.ts";
import { desktopBridge } from "./shells/desktop/bridge.ts";
import { openDesktopVault } from "./shells/desktop/desktop-vault.ts";
import { createDesktopShell } from "./shells/desktop/shell.ts";
import { openCarrier } from "./transport/open-carrier.ts";

/** The composition root: which shell, which editors, which way to the other laptops. */
async function start(place: Root): Promise<void> {
  const shell = await openShell();
  const meetings = createMeetings(shell, openCarrier);
  place.render(
    <StrictMode>
      <App meetings={meetings} shell={shell} editors={{ Composer, Summary: SummaryEditor }} />
    </StrictMode>,
  );
}

/** Without a place to keep words in, no word is taken: the person is told instead of being let write into nothing. */
function sayThatItCannotBegin(place: Root): void {
  place.render(
    <I18nextProvider i18n={createMessages()}>
      <MishapPage />
    </I18nextProvider>,
  );
}

async function openShell(): Promise<Shell> {
  const bridge = desktopBridge();
  if (bridge === null) return createBrowserShell(opened(await openIndexedDbVault()));
  return createDesktopShell(bridge, opened(await openDesktopVault(bridge)));
}

function opened<Opened extends Vault>(vault: Result<Opened, VaultFailure>): Opened {
  if (!vault.ok) throw new Error(`The vault of this device did not open: ${vault.reason}`);
  return vault.value;
}

const place = document.getElementById("root");
if (place === null) throw new Error("the page has no place for the program");
const root = createRoot(place);
start(root).catch((error: unknown) => {
  sayThatItCannotBegin(root);
  reportError(error);
});
