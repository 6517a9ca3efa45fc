import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import type { Shell } from "../shared/shell.ts";
import { App } from "./app/App.tsx";
import { Composer } from "./editor/Composer.tsx";
import { SummaryEditor } from "./editor/SummaryEditor.tsx";
import { createMeetings } from "./session/local-meetings.ts";
import { createBrowserShell } from "./shells/browser/browser-shell.ts";
import { openIndexedDbVault } from "./shells/browser/indexed-db-vault.ts";
import { desktopBridge } from "./shells/desktop/bridge.ts";
import { createDesktopShell } from "./shells/desktop/shell.ts";
import { openCarrier } from "./transport/open-carrier.ts";

/** The composition root: which shell, which editors, which way to the other laptops. */
async function start(): Promise<void> {
  const place = document.getElementById("root");
  if (place === null) throw new Error("the page has no place for the program");
  const shell = await openShell();
  const meetings = createMeetings(shell, openCarrier);
  createRoot(place).render(
    <StrictMode>
      <App meetings={meetings} shell={shell} editors={{ Composer, Summary: SummaryEditor }} />
    </StrictMode>,
  );
}

async function openShell(): Promise<Shell> {
  const vault = await openIndexedDbVault();
  const bridge = desktopBridge();
  return bridge === null ? createBrowserShell(vault) : createDesktopShell(bridge, vault);
}

void start();
