import { base64urlnopad } from "@scure/base";
import { sealTo } from "../../shared/crypto/sealed-to.ts";
import type { PageId, VoiceId } from "../../shared/feed/ids.ts";
import { createOwnedId } from "../../shared/meeting/owned-id.ts";
import { purposeOfPage } from "../../shared/meeting/own-pages.ts";
import type { PageKind } from "../../shared/meeting/room-statements.ts";
import type { MeetingStatement } from "../../shared/meeting/statements.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import { keptMeetings, keptVoices, openVoice } from "./keyring.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { EarlierPages, OwnPagesWishes } from "./own-pages-wishes.ts";
import { PagesDesk } from "./pages-desk.ts";
import type { Permission } from "./permission.ts";
import { readPrivateNotes } from "./private-notes.ts";

/** What the person may do with pages of their own; a page is private until its voice shares it. */
export function ownPages(live: LiveMeeting, permission: Permission): OwnPagesWishes {
  const { meeting, vault } = live.ports;
  const desk = new PagesDesk(meeting, () => {
    live.picture.change();
  });
  // Not only when somebody asks: what one voice may read is not to stay here when the next one has the laptop.
  live.picture.subscribe(attend);

  return {
    sharedPages() {
      attend();
      return desk.shown;
    },

    async sharePage(of, words, to) {
      const local = permission.maySpeak();
      if (!local.ok) return local;
      if (words.trim() === "") return no("nothing-written");
      const statement = await sharing(local.value, of, words.trim(), to);
      if (!statement.ok) return statement;
      const before = [...live.state.meeting.pages.values()].filter(
        (page) => page.by === local.value.id && page.of === of,
      );
      const shared = await permission.declared(local, statement.value);
      if (!shared.ok) return shared;
      for (const { id } of before) await live.declare(local.value, { kind: "page-taken-back", page: id });
      return ok(statement.value.page);
    },

    takeBackPage: (page) =>
      permission.declared(permission.admitted(live.voices.speaker), { kind: "page-taken-back", page }),

    async earlierPages() {
      const earlier: EarlierPages[] = [];
      const meetings = await keptMeetings(vault);
      for (const { meeting: other, name } of meetings.ok ? meetings.value : []) {
        const voices = other === meeting ? null : await keptVoices(vault, other);
        if (voices?.ok !== true) continue;
        for (const { id, notesKey } of voices.value.open) {
          const notes = await readPrivateNotes(vault, other, { id, notesKey });
          if (notes?.pages.some(({ keep }) => keep) === true)
            earlier.push({ meeting: other, name, voice: id, locked: false });
        }
        earlier.push(...voices.value.locked.map((id) => ({ meeting: other, name, voice: id, locked: true })));
      }
      return earlier;
    },

    async bringPages(from, pin) {
      const opened = await openVoice(vault, from.meeting, from.voice, pin);
      if (!opened.ok)
        return no(opened.reason === "pin-wrong" || opened.reason === "pin-too-heavy" ? opened.reason : "not-kept");
      const notes = await readPrivateNotes(vault, from.meeting, opened.value);
      const kept = notes?.pages.filter(({ keep, words }) => keep && words.trim() !== "") ?? [];
      const own = live.notes.now;
      if (own === null) return no("no-voice-here");
      if (kept.length === 0) return no("nothing-kept");
      const written = new Set(own.pages.filter(({ words }) => words.trim() !== "").map(({ kind }) => kind));
      const fresh = kept.filter(({ kind }) => !written.has(kind));
      const taken = new Set(fresh.map(({ kind }) => kind));
      return live.notes.change({ pages: [...own.pages.filter(({ kind }) => !taken.has(kind)), ...fresh] });
    },
  };

  function attend(): void {
    desk.attend(live.state.meeting.pages, live.voices.speaker);
  }

  async function sharing(
    voice: LocalVoice,
    of: PageKind,
    words: string,
    to: "everyone" | readonly VoiceId[],
  ): Promise<Result<Extract<MeetingStatement, { readonly kind: "page-shared" }>, "cannot-receive">> {
    const page = createOwnedId<PageId>(voice.pen.mark);
    if (to === "everyone") return ok({ kind: "page-shared", page, of, text: words, to: [] });
    const plain = new TextEncoder().encode(words);
    const sealed: { readonly voice: VoiceId; readonly sealed: string }[] = [];
    // To its own voice as well: sealed words open to nobody but those they are for.
    for (const receiver of new Set([voice.id, ...to])) {
      const key = live.state.meeting.voices.get(receiver)?.sealTo ?? null;
      if (key === null) return no("cannot-receive");
      const bytes = await sealTo(new Uint8Array(base64urlnopad.decode(key)), purposeOfPage(meeting, page), plain);
      sealed.push({ voice: receiver, sealed: base64urlnopad.encode(bytes) });
    }
    return ok({ kind: "page-shared", page, of, text: null, to: sealed });
  }
}
