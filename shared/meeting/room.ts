import type { AbsentId, ReaderId, VoiceId } from "../feed/ids.ts";
import type { Authority } from "./authority.ts";
import { isOnly } from "./kinds.ts";
import type { Absent, Reader, Reflection, ScribingHanded } from "./in-the-room.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";
import { placeName } from "./stated.ts";

type Counting = readonly Stated<MeetingStatement>[];

/**
 * The reflection that goes on, or the space after it, or null. It is opened by those who came to help and closed by anyone;
 * the space lasts until someone of those who listened has said something after it, or somebody says that nobody wishes to.
 */
export function reflectionOf(counting: Counting, { kinds }: Pick<Authority, "kinds">): Reflection | null {
  const open = new Map<string, Reflection>();
  for (const { voice, feed, seq, body } of counting) {
    switch (body.kind) {
      case "reflection-opened":
        if (isOnly(kinds, voice, ["professional", "peer"])) {
          open.set(placeName({ feed, seq }), { by: voice, feed, seq, stage: "listening" });
        }
        break;
      case "reflection-closed": {
        const name = placeName(body);
        const reflection = open.get(name);
        if (reflection !== undefined) open.set(name, { ...reflection, stage: "space" });
        break;
      }
      case "space-passed":
        open.delete(placeName(body));
        break;
      case "utterance-said":
        // Whoever listened has answered, or spoken of something else: the space was theirs to use as they like.
        if (!isOnly(kinds, voice, ["professional", "peer", "interpreter", "supporter"])) {
          for (const [name, { stage }] of open) if (stage === "space") open.delete(name);
        }
        break;
      default:
        break;
    }
  }
  return [...open.values()][0] ?? null;
}

/**
 * Who is missing. Anyone may say that somebody is; a name is shown only if the person at the centre gives it, whoever else
 * has written one. Whoever noted them, and the person, may let them go.
 */
export function absentOf(
  counting: Counting,
  { kinds }: Pick<Authority, "kinds">,
): { readonly absent: ReadonlyMap<AbsentId, Absent>; readonly letGo: ReadonlySet<AbsentId> } {
  const absent = new Map<AbsentId, Absent>();
  const letGo = new Set<AbsentId>();
  const isPerson = (voice: VoiceId): boolean => isOnly(kinds, voice, ["person"]);
  for (const { voice, at, body } of counting) {
    if (body.kind !== "absent-noted" || absent.has(body.absent)) continue;
    const called = isPerson(voice) ? body.called.trim() : "";
    absent.set(body.absent, { id: body.absent, called, notedBy: voice, at });
  }
  // After all notes, so that no clock decides whether there is someone to name.
  for (const { voice, body } of counting) {
    if (body.kind === "absent-called" && isPerson(voice)) {
      const noted = absent.get(body.absent);
      if (noted !== undefined) absent.set(body.absent, { ...noted, called: body.called.trim() });
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

/** Who outside the room is to be given a copy, and how each voice wishes to be called in it. */
export function readersOf(counting: Counting): ReadonlyMap<ReaderId, Reader> {
  const readers = new Map<ReaderId, Omit<Reader, "called">>();
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
  }
  return new Map([...readers].map(([id, reader]) => [id, { ...reader, called: called.get(id) ?? new Map() }]));
}
