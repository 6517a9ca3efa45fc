import { agreedRevision } from "../../shared/consent/final.ts";
import type { AbsentId, ReaderId } from "../../shared/feed/ids.ts";
import { isThePerson } from "../../shared/meeting/kinds.ts";
import { createOwnedId } from "../../shared/meeting/owned-id.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";
import type { TakingPartWishes } from "./taking-part-wishes.ts";

/** Wishes about how one is called here and elsewhere, about leaving, and about those who are not in the room. */
export function takingPart(live: LiveMeeting, permission: Permission): TakingPartWishes {
  return {
    async callAnew(voice, profile) {
      const known = live.state.meeting.voices.get(voice);
      const local = live.voices.get(voice);
      if (local === null || known === undefined) return no("not-yours");
      // Nobody becomes anything else by a new name: what a voice may do follows from everything it has ever been here as.
      const { kind } = known.profile;
      const keys = known.sealTo === null ? {} : { sealTo: known.sealTo };
      await live.declare(local, { kind: "voice-introduced", profile: { ...profile, kind }, ...keys });
      return ok(null);
    },
    async leave(voice) {
      const local = permission.admitted(live.voices.get(voice));
      if (!local.ok) return local;
      // What it was in the middle of saying is not left standing as if it still were.
      const unsaid = [...live.state.meeting.utterances.values()].find(
        (one) => (one.scribe ?? one.voice) === voice && !one.said,
      );
      if (unsaid !== undefined) {
        const discarded = live.declare(local.value, { kind: "utterance-discarded", utterance: unsaid.id });
        await live.drafts.end(voice, discarded);
      }
      await live.declare(local.value, { kind: "voice-left" });
      const isAlone = live.voices.ids.length === 1;
      if (live.voices.speakingAs === voice && !isAlone) live.turn.handOver();
      return ok(null);
    },

    async noteAbsent(called) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      const absent = createOwnedId<AbsentId>(local.value.pen.mark);
      const name = live.state.meeting.voices.get(local.value.id)?.profile.kind === "person" ? called.trim() : "";
      await live.declare(local.value, { kind: "absent-noted", absent, called: name });
      return ok(absent);
    },
    async callAbsent(absent, called) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      if (called.trim() === "") return no("nothing-written");
      if (live.state.meeting.voices.get(local.value.id)?.profile.kind !== "person") return no("not-yours");
      return permission.declared(local, { kind: "absent-called", absent, called: called.trim() });
    },
    async letAbsentGo(absent) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      if (isNamedInAgreedRecord(absent)) return no("agreed-already");
      if (live.state.meeting.absent.get(absent)?.notedBy === local.value.id) {
        return permission.declared(local, { kind: "absent-let-go", absent });
      }
      const isPerson = live.state.meeting.voices.get(local.value.id)?.profile.kind === "person";
      return isPerson ? permission.declared(local, { kind: "absent-not-wished", absent }) : no("not-yours");
    },

    async nameReader(name) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      if (name.trim() === "") return no("nothing-written");
      const reader = createOwnedId<ReaderId>(local.value.pen.mark);
      const named = await permission.declared(local, { kind: "reader-named", reader, name: name.trim() });
      return named.ok ? ok(reader) : named;
    },
    async takeReaderBack(reader) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      if (live.state.meeting.readers.get(reader)?.by !== local.value.id) return no("not-yours");
      return permission.declared(local, { kind: "reader-named", reader, name: "" });
    },
    async permitReader(reader, may) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      const { readers, voices } = live.state.meeting;
      const speaking = voices.get(local.value.id);
      if (speaking === undefined || !isThePerson(speaking)) return no("not-yours");
      const named = readers.get(reader);
      if (named === undefined) return no("nothing-written");
      return permission.declared(local, { kind: "reader-permitted", reader, name: named.name, may });
    },
    async wishNaming(voice, reader, called): Promise<Result<null, Refusal>> {
      const { name, relation } = called ?? { name: "", relation: "" };
      const { pause } = live.state.meeting;
      if (pause !== null) return no("paused");
      return permission.said(voice, { kind: "naming-wished", reader, name: name.trim(), relation: relation.trim() });
    },
  };

  /** What everyone has agreed to is no draft any more: a name in it cannot be dropped as if it were. */
  function isNamedInAgreedRecord(absent: AbsentId): boolean {
    const digest = agreedRevision(live.state.revisions);
    const agreed = digest === null ? undefined : live.state.revisions.get(digest)?.revision;
    return (agreed?.utterances ?? []).some(
      ({ id, imagines = "" }) => imagines !== "" && live.state.meeting.utterances.get(id)?.imagines === absent,
    );
  }
}
