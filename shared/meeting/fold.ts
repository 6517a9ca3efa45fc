import type { FeedId, UtteranceId, VoiceId } from "../feed/ids.ts";
import { arrangementsOf } from "./arrangements.ts";
import { authorityOf, stands, type Authority } from "./authority.ts";
import { doorNameOf } from "./keepers.ts";
import { isVoice } from "./kinds.ts";
import { decisionsOf, nextMeetingOf, tasksOf, wishesOf } from "./deciding.ts";
import { forgettingOf } from "./forgetting.ts";
import { everRenderedOf, renderingsOf } from "./interpreting.ts";
import { offTheRecordOf } from "./off-the-record.ts";
import { pagesOf } from "./own-pages.ts";
import { absentOf, everPermittedOf, readersOf, scribingOf } from "./room.ts";
import { reflectionOf } from "./reflecting.ts";
import type { GivenKey, MeetingState, ProposedRemoval, Voice } from "./state.ts";
import { placeName, type Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";
import { utterancesOf } from "./utterances.ts";

type Counting = readonly Stated<MeetingStatement>[];

/**
 * What is true of the meeting: pure, total and the same for every laptop that holds the same statements. They come in
 * the order of `compareStated` and have passed `checkStatement`. A statement whose voice has no authority for it counts
 * for nothing and harms nothing.
 */
export function foldMeeting(statements: readonly Stated<MeetingStatement>[]): MeetingState {
  const authority = authorityOf(statements);
  const counting = statements.filter(
    (one) => authority.admitted.has(one.voice) && stands(authority.removed, one) && mayState(authority, one),
  );
  const said = utterancesOf(counting, authority);
  const { absent, letGo: absentLetGo } = absentOf(counting, authority);
  const { pages, takenBack: pagesTakenBack } = pagesOf(counting, authority);
  const times = offTheRecordOf(counting);
  const stillSaid = (id: UtteranceId): boolean => said.utterances.get(id)?.withdrawn === false;
  return {
    begun: begunOf(counting),
    everBegunAs: new Set(counting.flatMap(({ body }) => (body.kind === "meeting-begun" ? [body.name] : []))),
    voices: voicesOf(authority),
    ...said,
    absent,
    absentLetGo,
    renderings: renderingsOf(counting, authority, stillSaid),
    everRendered: everRenderedOf(counting, authority, stillSaid),
    scribing: scribingOf(counting, authority.admitted),
    decisions: decisionsOf(counting),
    tasks: tasksOf(counting),
    wishes: wishesOf(counting),
    nextMeeting: nextMeetingOf(counting),
    readers: readersOf(counting, authority),
    everPermitted: everPermittedOf(counting, authority),
    arrangements: arrangementsOf(counting),
    pages,
    pagesTakenBack,
    pause: pauseOf(counting),
    reflection: reflectionOf(counting, authority),
    offTheRecord: [...times.values()].find(({ ended }) => ended === null) ?? null,
    timesOffTheRecord: times,
    removed: authority.removed,
    removalsProposed: removalsProposedOf(counting, authority),
    keys: keysOf(counting),
    door: doorNameOf(counting, authority),
    forgetting: forgettingOf(counting),
  };
}

/** What only a voice states that everyone sees: whoever takes part without being one is there for others' words. */
const OF_VOICES: ReadonlySet<MeetingStatement["kind"]> = new Set<MeetingStatement["kind"]>([
  "decision-worded",
  "left-open",
  "way-considered",
  "position-taken",
  "matter-told",
  "task-taken-on",
  "review-set",
  "wish-worded",
  "wish-weighed",
  "absent-noted",
  "reader-named",
  "naming-wished",
  "arrangements-noted",
]);

function mayState({ kinds, profiles }: Authority, { voice, body }: Stated<MeetingStatement>): boolean {
  return !OF_VOICES.has(body.kind) || (isVoice(kinds, voice) && profiles.has(voice));
}

function begunOf(counting: Counting): MeetingState["begun"] {
  for (const { voice: by, body } of counting) {
    if (body.kind !== "meeting-begun") continue;
    const { name, personCalled, language, seed } = body;
    return { by, name, personCalled, language, seed };
  }
  return null;
}

/**
 * The pause that goes on: of those of one feed the last, because ending it ends the ones before it there too. So whoever pauses
 * without end is answered with one word.
 */
function pauseOf(counting: Counting): MeetingState["pause"] {
  const pauses = new Map<string, { by: VoiceId; feed: FeedId; seq: number }>();
  for (const { voice: by, feed, seq, body } of counting) {
    if (body.kind === "paused") pauses.set(placeName({ feed, seq }), { by, feed, seq });
  }
  const endedUpTo = new Map<FeedId, number>();
  for (const { body } of counting) {
    if (body.kind !== "resumed" || !pauses.has(placeName(body))) continue;
    endedUpTo.set(body.feed, Math.max(endedUpTo.get(body.feed) ?? 0, body.seq));
  }
  const last = new Map<FeedId, { by: VoiceId; feed: FeedId; seq: number }>();
  for (const pause of pauses.values()) if (pause.seq > (endedUpTo.get(pause.feed) ?? -1)) last.set(pause.feed, pause);
  return [...last.values()][0] ?? null;
}

function removalsProposedOf(counting: Counting, { removed }: Authority): readonly ProposedRemoval[] {
  return counting.flatMap(({ voice: by, feed, seq, body }) =>
    body.kind === "removal-proposed" && body.voice !== by && !removed.has(body.voice)
      ? [{ feed, seq, voice: body.voice, by }]
      : [],
  );
}

function keysOf(counting: Counting): readonly GivenKey[] {
  /** Who cannot open a key as it was given, by the names of key and giver. */
  const refusals = new Map<string, Set<VoiceId>>();
  for (const { voice, body } of counting) {
    if (body.kind !== "meeting-key-refused") continue;
    const name = `${body.key} ${body.by}`;
    refusals.set(name, (refusals.get(name) ?? new Set()).add(voice));
  }
  return counting.flatMap(({ voice: by, body }) => {
    if (body.kind !== "meeting-key-given") return [];
    const to = new Map(body.to.map((one) => [one.voice, one.sealed]));
    return [{ key: body.key, by, to, refusedBy: refusals.get(`${body.key} ${by}`) ?? new Set() }];
  });
}

function voicesOf(authority: Authority): ReadonlyMap<VoiceId, Voice> {
  const voices = [...authority.profiles].map(([id, { profile, at }]): Voice => {
    const [hosting, seated] = [authority.hosting.has(id), authority.seated.has(id)];
    const sealTo = authority.sealTo.get(id) ?? null;
    // A seat has never introduced itself: it is here as whoever let it in has said.
    const kinds = seated ? new Set([profile.kind]) : (authority.kinds.get(id) ?? new Set());
    const names = seated ? new Set([profile.name]) : (authority.names.get(id) ?? new Set());
    const admittedAt = authority.admittedAt.get(id) ?? null;
    const standing = standingOf(id, authority);
    return { id, profile, standing, admittedAt, kinds, names, hosting, seated, sealTo, introducedAt: at };
  });
  voices.sort((a, b) => a.introducedAt - b.introducedAt || (a.id < b.id ? -1 : 1));
  return new Map(voices.map((voice) => [voice.id, voice]));
}

function standingOf(voice: VoiceId, { admitted, left, removed }: Authority): Voice["standing"] {
  if (!admitted.has(voice)) return "waiting";
  if (removed.has(voice)) return "removed";
  return left.has(voice) ? "left" : "admitted";
}
