import type { AbsentId, ReaderId, VoiceId } from "../feed/ids.ts";
import type { Authority } from "./authority.ts";
import { isOnly } from "./kinds.ts";
import type { Absent, Reader, ScribingHanded } from "./in-the-room.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

type Counting = readonly Stated<MeetingStatement>[];

/**
 * Who is missing. Anyone may say that somebody is; a name is shown only if the person at the centre gives it, whoever else
 * has written one. Whoever noted them, and the person, may let them go.
 */
export function absentOf(
  counting: Counting,
  { kinds }: Pick<Authority, "kinds">,
): { readonly absent: ReadonlyMap<AbsentId, Absent>; readonly letGo: ReadonlySet<AbsentId> } {
  const absent = new Map<AbsentId, Absent>();
  const names = new Map<AbsentId, Set<string>>();
  const letGo = new Set<AbsentId>();
  const isPerson = (voice: VoiceId): boolean => isOnly(kinds, voice, ["person"]);
  for (const { voice, at, body } of counting) {
    if (body.kind !== "absent-noted" || absent.has(body.absent)) continue;
    const called = isPerson(voice) ? body.called.trim() : "";
    const given = new Set(called === "" ? [] : [called]);
    names.set(body.absent, given);
    absent.set(body.absent, { id: body.absent, called, names: given, notedBy: voice, at });
  }
  // After all notes, so that no clock decides whether there is someone to name.
  for (const { voice, body } of counting) {
    if (body.kind === "absent-called" && isPerson(voice)) {
      const noted = absent.get(body.absent);
      const called = body.called.trim();
      if (called !== "") names.get(body.absent)?.add(called);
      if (noted !== undefined) absent.set(body.absent, { ...noted, called });
    }
    // It stands also where the note itself is let go of: only its owner can state it, or the person at the centre.
    if (body.kind === "absent-let-go") letGo.add(body.absent);
    if (body.kind === "absent-not-wished" && isPerson(voice)) letGo.add(body.absent);
  }
  for (const one of letGo) absent.delete(one);
  return { absent, letGo };
}

/** To whom the writing for a voice was last handed, as long as they have not begun to write for it. */
export function scribingOf(counting: Counting, admitted: Authority["admitted"]): ReadonlyMap<VoiceId, ScribingHanded> {
  const handed = new Map<VoiceId, ScribingHanded>();
  for (const { voice: by, feed, seq, body } of counting) {
    if (body.kind === "scribing-handed" && admitted.has(body.to) && admitted.has(body.speaker)) {
      handed.set(body.speaker, { to: body.to, by, feed, seq });
    }
    if (body.kind === "utterance-begun" && body.speaker !== undefined && handed.get(body.speaker)?.to === by) {
      handed.delete(body.speaker);
    }
  }
  return handed;
}

/**
 * Who outside the room is to be given a copy, whether the person at the centre lets them, and how each voice wishes to be
 * called in it. The person's last word holds, as long as the reader goes by the name it was said about.
 */
export function readersOf(counting: Counting, { kinds }: Pick<Authority, "kinds">): ReadonlyMap<ReaderId, Reader> {
  const readers = new Map<ReaderId, Omit<Reader, "called" | "permitted">>();
  const permitted = new Map<ReaderId, { readonly name: string; readonly may: boolean }>();
  const called = new Map<ReaderId, Map<VoiceId, { name: string; relation: string }>>();
  for (const { voice, at, body } of counting) {
    if (body.kind === "reader-named") {
      const before = readers.get(body.reader);
      if (before !== undefined && before.by !== voice) continue;
      if (body.name.trim() === "") readers.delete(body.reader);
      else readers.set(body.reader, { id: body.reader, name: body.name.trim(), by: voice, at: before?.at ?? at });
    }
    if (body.kind === "naming-wished") {
      const names = called.get(body.reader) ?? new Map<VoiceId, { name: string; relation: string }>();
      const { name, relation } = body;
      if (name.trim() === "") names.delete(voice);
      else names.set(voice, { name: name.trim(), relation: relation.trim() });
      called.set(body.reader, names);
    }
    if (body.kind === "reader-permitted" && isOnly(kinds, voice, ["person"])) {
      permitted.set(body.reader, { name: body.name.trim(), may: body.may });
    }
  }
  return new Map(
    [...readers].map(([id, reader]) => {
      const said = permitted.get(id);
      const isPermitted = said?.may === true && said.name === reader.name;
      return [id, { ...reader, permitted: isPermitted, called: called.get(id) ?? new Map() }];
    }),
  );
}

/** Every name by which the person at the centre has ever let a reader have a copy. It only grows. */
export function everPermittedOf(
  counting: Counting,
  { kinds }: Pick<Authority, "kinds">,
): ReadonlyMap<ReaderId, ReadonlySet<string>> {
  const names = new Map<ReaderId, ReadonlySet<string>>();
  for (const { voice, body } of counting) {
    if (body.kind !== "reader-permitted" || !body.may || !isOnly(kinds, voice, ["person"])) continue;
    names.set(body.reader, new Set([...(names.get(body.reader) ?? []), body.name.trim()]));
  }
  return names;
}
