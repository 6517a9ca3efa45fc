import type { VoiceId } from "../feed/ids.ts";
import type { OffTheRecord } from "./in-the-room.ts";
import { placeName, type Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

/**
 * Every time that was spent off the record, by the name of its place. What was said in it is in no entry, so nothing here
 * knows it: only who spoke, who wishes that it be kept, and how it ended.
 */
export function offTheRecordOf(counting: readonly Stated<MeetingStatement>[]): ReadonlyMap<string, OffTheRecord> {
  const spoke = new Map<string, Set<VoiceId>>();
  const keeps = new Map<string, Set<VoiceId>>();
  const ends = new Map<string, boolean[]>();
  for (const { voice, body } of counting) {
    if (body.kind === "off-the-record-spoken") addTo(spoke, placeName(body), voice);
    if (body.kind === "off-the-record-kept") addTo(keeps, placeName(body), voice);
    if (body.kind === "off-the-record-ended")
      ends.set(placeName(body), [...(ends.get(placeName(body)) ?? []), body.kept]);
  }
  const times = new Map<string, OffTheRecord>();
  for (const { voice: by, feed, seq, body } of counting) {
    if (body.kind !== "off-the-record-begun") continue;
    const name = placeName({ feed, seq });
    const time = { by, feed, seq, spoke: spoke.get(name) ?? new Set(), keeps: keeps.get(name) ?? new Set() };
    times.set(name, { ...time, ended: endOf(time, ends.get(name) ?? []) });
  }
  return times;
}

/** Whether everyone who has spoken wishes that it be kept. Where nobody spoke there is nothing to keep. */
export function isWishedByAll({ spoke, keeps }: Pick<OffTheRecord, "keeps" | "spoke">): boolean {
  return spoke.size > 0 && [...spoke].every((voice) => keeps.has(voice));
}

/** It is kept only if all who spoke wished it and everyone who ended it found it so; otherwise it is gone. */
function endOf(time: Pick<OffTheRecord, "keeps" | "spoke">, ends: readonly boolean[]): OffTheRecord["ended"] {
  if (ends.length === 0) return null;
  return ends.every((kept) => kept) && isWishedByAll(time) ? "kept" : "gone";
}

function addTo(sets: Map<string, Set<VoiceId>>, name: string, voice: VoiceId): void {
  sets.set(name, (sets.get(name) ?? new Set()).add(voice));
}
