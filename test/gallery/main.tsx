import { createRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import type { Shell } from "../../shared/shell.ts";
import { no, ok } from "../../shared/result.ts";
import { App } from "../../renderer/app/App.tsx";
import type { GuestMeetings, Keeps } from "../../renderer/arrive/guest-meetings.ts";
import { createMessages } from "../../renderer/i18n/messages.ts";
import { Unlock } from "../../renderer/unlock/Unlock.tsx";
import { Composer, Summary } from "./editors.tsx";
import { FakeMeeting } from "./fake-meeting.ts";
import { everyone, person } from "./people.ts";
import { PlayedLock } from "./played-lock.ts";
import { SAMIRAS_MEETING } from "./evening.ts";
import { scenes, type Scene } from "./scenes.ts";
import "./gallery.css";

/** What a test may reach for from outside. */
declare global {
  interface Window {
    gallery: {
      readonly fake: FakeMeeting;
      readonly saved: string[];
      readonly people: typeof everyone;
      /** Where each meeting that was begun or joined was to be kept. */
      readonly keeps: Keeps[];
      readonly lock: PlayedLock;
    };
  }
}

const asked = new URLSearchParams(window.location.search).get("scene") ?? "talking";
// Only the names of scenes are asked for, by the tests beside this file.
const fake = await scenes[(asked in scenes ? asked : "talking") as Scene]();
const saved: string[] = [];
const keeps: Keeps[] = [];
const locked = asked === "locked" || asked === "locked-open";
const lock = new PlayedLock(locked ? "kitchen table" : null);
window.gallery = { fake, saved, people: everyone, keeps, lock };

const meetings: GuestMeetings = {
  list: async () =>
    ok(
      asked === "empty"
        ? []
        : [{ meeting: SAMIRAS_MEETING, name: "Samira’s meeting", lastOpenedMs: Date.UTC(2026, 10, 19, 17) }],
    ),
  begin: async ({ name, profile }, where = "disk") => {
    keeps.push(where);
    const one = await person(profile);
    const begun = new FakeMeeting({
      meeting: SAMIRAS_MEETING,
      name,
      admitted: [one],
      local: [one],
      here: [one],
      hosting: one,
    });
    window.gallery = { ...window.gallery, fake: begun };
    return ok(begun);
  },
  join: async (invitation, where = "disk") => {
    keeps.push(where);
    return invitation.includes("#join=") ? ok(fake) : no("invitation-unreadable");
  },
  isDecided: async (invitation) => !invitation.includes("#join="),
  open: async (meeting) => (meeting === SAMIRAS_MEETING ? ok(window.gallery.fake) : no("meeting-unknown")),
};

const shell: Shell = {
  kind: "browser",
  passphrase: lock,
  vault: {
    append: async () => ok(null),
    replace: async () => ok(null),
    read: async () => ok({ entries: [], damaged: false }),
    putRecord: async () => ok(null),
    records: async () => ok([]),
    forget: async () => ok(null),
    sealingKey: async () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]),
  },
  saveFile: async ({ name, bytes }) => {
    saved.push(name, new TextDecoder().decode(bytes));
    return true;
  },
  savePaper: async ({ name, html }) => {
    saved.push(name, html);
    return true;
  },
  signalingUrls: async () => [],
  invitationBase: async () => window.location.origin,
};

const root = document.getElementById("root");
if (root !== null) {
  const place = createRoot(root);
  const showApp = () => place.render(<App meetings={meetings} shell={shell} editors={{ Composer, Summary }} />);
  if (asked === "locked") {
    place.render(
      <I18nextProvider i18n={createMessages()}>
        <Unlock lock={lock} onOpened={showApp} onEmptied={showApp} />
      </I18nextProvider>,
    );
  } else showApp();
}
