import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { App } from "../../renderer/app/App.tsx";
import { Composer } from "../../renderer/editor/Composer.tsx";
import { SummaryEditor } from "../../renderer/editor/SummaryEditor.tsx";
import { createMessages } from "../../renderer/i18n/messages.ts";
import { takeInvitation } from "../../renderer/app/brought-invitation.ts";
import { bearMovedNodes } from "../../renderer/ui/moved-nodes.ts";
import { Unlock } from "../../renderer/unlock/Unlock.tsx";
import type { Evening } from "./evening.ts";
import { Gallery } from "./gallery.ts";
import { PicturesPage } from "./PicturesPage.tsx";
import { PlayedLock } from "./played-lock.ts";
import { scenes, type Scene } from "./scenes.ts";

/** What a test may reach for from outside. */
declare global {
  interface Window {
    gallery: Gallery;
  }
}

const asked = new URLSearchParams(window.location.search).get("scene") ?? "talking";
// Only the names of scenes are asked for, by the tests beside this file.
const evening: Evening = await scenes[(asked in scenes ? asked : "talking") as Scene]();
const lock = new PlayedLock(asked === "locked" || asked === "locked-open" ? "kitchen table" : null);
const gallery = new Gallery(evening, lock);
window.gallery = gallery;
goTo(window.location.hash);

/** The addresses of tests name a meeting and a link that are made only now. */
function goTo(fragment: string): void {
  const { meeting, shown } = evening;
  const named = fragment
    .replace("the-meeting", () => shown.session.view().meeting)
    .replace("#the-link", () => new URL(meeting.invitation).hash);
  if (named !== fragment) window.history.replaceState(null, "", named);
}

takeInvitation();
bearMovedNodes(Node);
const root = document.getElementById("root");
if (root !== null) {
  const place = createRoot(root);
  const { shown, hosting } = evening;
  const shell = { ...shown.shell, passphrase: lock, ...(hosting !== undefined && { hosting }) };
  const showApp = () =>
    place.render(<App meetings={shown} shell={shell} editors={{ Composer, Summary: SummaryEditor }} />);
  if (asked === "locked") {
    place.render(
      <I18nextProvider i18n={createMessages()}>
        <Unlock lock={lock} onOpened={showApp} onEmptied={showApp} />
      </I18nextProvider>,
    );
  } else if (asked === "pictures") {
    place.render(
      <I18nextProvider i18n={createMessages()}>
        <PicturesPage />
      </I18nextProvider>,
    );
  } else showApp();
}
