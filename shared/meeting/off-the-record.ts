import type { VoiceId } from "../feed/ids.ts";
import type { OffTheRecord } from "./in-the-room.ts";
import { placeName, type Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

/** What was stated of one time before it first ended, and how it was ended each time. */
interface Told {
  readonly spoke: Set<VoiceId>;
  readonly keeps: Set<VoiceId>;
  readonly ends: boolean[];
}

/**
 * Every time that was spent off the record, by the name of its place. What was said in it is in no entry, so nothing here
 * knows it: only who spoke, who wishes that it be kept, and how it ended. Who spoke and who wishes it counts until the time
 * first ends: a wish that comes afterwards brings nothing back, and whoever says afterwards to have spoken takes nothing away.
 */
export function offTheRecordOf(counting: readonly Stated<MeetingStatement>[]): ReadonlyMap<string, OffTheRecord> {
  const told = new Map<string, Told>();
  for (const { voice, body } of counting) {
    if (!isAboutATime(body)) continue;
    const about = told.get(placeName(body)) ?? { spoke: new Set(), keeps: new Set(), ends: [] };
    told.set(placeName(body), about);
    if (body.kind === "off-the-record-ended") about.ends.push(body.kept);
    else if (about.ends.length === 0) (body.kind === "off-the-record-spoken" ? about.spoke : about.keeps).add(voice);
  }
  const times = new Map<string, OffTheRecord>();
  for (const { voice: by, feed, seq, body } of counting) {
    if (body.kind !== "off-the-record-begun") continue;
    const name = placeName({ feed, seq });
    const { spoke, keeps, ends } = told.get(name) ?? { spoke: new Set(), keeps: new Set(), ends: [] };
    times.set(name, { by, feed, seq, spoke, keeps, ended: endOf({ spoke, keeps }, ends) });
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

type AboutATime = Extract<
  MeetingStatement,
  { readonly kind: "off-the-record-ended" | "off-the-record-kept" | "off-the-record-spoken" }
>;

function isAboutATime(body: MeetingStatement): body is AboutATime {
  return (
    body.kind === "off-the-record-ended" || body.kind === "off-the-record-kept" || body.kind === "off-the-record-spoken"
  );
}
