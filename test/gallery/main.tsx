import { createRoot } from "react-dom/client";
import type { Shell } from "../../shared/shell.ts";
import { no, ok } from "../../shared/result.ts";
import { App } from "../../renderer/app/App.tsx";
import type { Meetings } from "../../renderer/session/meeting-session.ts";
import { Composer, Summary } from "./editors.tsx";
import { FakeMeeting } from "./fake-meeting.ts";
import { everyone, person } from "./people.ts";
import { SAMIRAS_MEETING, scenes, type Scene } from "./scenes.ts";
import "./gallery.css";

/** What a test may reach for from outside. */
declare global {
  interface Window {
    gallery: { readonly fake: FakeMeeting; readonly saved: string[]; readonly people: typeof everyone };
  }
}

const asked = new URLSearchParams(window.location.search).get("scene") ?? "talking";
// Only the names of scenes are asked for, by the tests beside this file.
const fake = await scenes[(asked in scenes ? asked : "talking") as Scene]();
const saved: string[] = [];
window.gallery = { fake, saved, people: everyone };

const meetings: Meetings = {
  list: async () =>
    ok(
      asked === "empty"
        ? []
        : [{ meeting: SAMIRAS_MEETING, name: "Samira’s meeting", lastOpenedMs: Date.UTC(2026, 10, 19, 17) }],
    ),
  begin: async ({ name, profile }) => {
    const one = await person(profile);
    const begun = new FakeMeeting({
      meeting: SAMIRAS_MEETING,
      name,
      admitted: [one],
      local: [one],
      here: [one],
      hosting: one,
    });
    window.gallery = { fake: begun, saved, people: everyone };
    return ok(begun);
  },
  join: async (invitation) => (invitation.includes("#join=") ? ok(fake) : no("invitation-unreadable")),
  open: async (meeting) => (meeting === SAMIRAS_MEETING ? ok(window.gallery.fake) : no("meeting-unknown")),
};

const shell: Shell = {
  kind: "browser",
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
if (root !== null) createRoot(root).render(<App meetings={meetings} shell={shell} editors={{ Composer, Summary }} />);
