import type { ClaimedAt } from "../feed/clock.ts";
import type {
  AbsentId,
  DecisionId,
  Digest,
  DocName,
  FeedId,
  PageId,
  ReaderId,
  TaskId,
  UtteranceId,
  VoiceId,
  WayId,
  WishId,
} from "../feed/ids.ts";
import type { Weighing } from "./deciding-statements.ts";
import type { Cuts } from "./removal.ts";
import type { PageKind } from "./room-statements.ts";
import type { Phase, Place, PositionKind, Profile } from "./shapes.ts";
import type { Stretch } from "./statements.ts";

/** Someone who takes part: a voice, or an interpreter or supporter, who has no words of their own in the record. */
export interface Voice {
  readonly id: VoiceId;
  readonly profile: Profile;
  /** `waiting`: has knocked and was not let in yet. What `left` and `removed` voices have said stands. */
  readonly standing: "admitted" | "left" | "removed" | "waiting";
  readonly hosting: boolean;
  /** Has no device: what it says, it says aloud, one voice writes it down and another witnesses it. */
  readonly seated: boolean;
  /** Base64url: the key that later meeting keys are sealed to for this voice, or null. */
  readonly sealTo: string | null;
  readonly introducedAt: ClaimedAt;
}

/** What one voice said at one time. Its words live in a document of their own (`utterance/<id>`). */
export interface Utterance {
  readonly id: UtteranceId;
  /** Whose words they are. */
  readonly voice: VoiceId;
  /** Who wrote them down, where that was someone else. */
  readonly scribe: VoiceId | null;
  /** Whether its voice stands by words that someone else wrote down. */
  readonly confirmed: boolean;
  readonly after: UtteranceId | null;
  readonly answers: UtteranceId | null;
  /** Which words of that are answered, where it is not all of them. */
  readonly part: Stretch | null;
  readonly phase: Phase;
  /** Earlier words of the same voice that these stand in for, once they are said. */
  readonly corrects: UtteranceId | null;
  /** The later words that stand in for these. */
  readonly correctedBy: UtteranceId | null;
  /** Who that is missing its voice imagines to be speaking. The words are its own all the same. */
  readonly imagines: AbsentId | null;
  /** The language it is said in, or null where that is the meeting's. */
  readonly language: string | null;
  readonly begunAt: ClaimedAt;
  /** False while it is still being written. */
  readonly said: boolean;
  /** How many entries of which feeds are in the words as they were said, or null while they are being written. */
  readonly saidUntil: ReadonlyMap<FeedId, number> | null;
  /** Its words were withdrawn, and its voice lets that be seen. */
  readonly withdrawn: boolean;
}

/** Where one voice stands towards one decision, in its own words. */
export interface Position {
  readonly position: PositionKind;
  readonly words: string;
  /** Of one who does not agree: the decision may stand, with this disagreement written in it. */
  readonly mayStand: boolean;
  readonly at: ClaimedAt;
}

/** What was decided, or what was left open (`leftOpen`): in both cases a text that voices take positions on. */
export interface Decision {
  readonly id: DecisionId;
  readonly text: string;
  readonly leftOpen: boolean;
  readonly wordedBy: VoiceId;
  readonly wordedAt: ClaimedAt;
  readonly positions: ReadonlyMap<VoiceId, Position>;
  /** The ways that were considered, as they were thought of. */
  readonly ways: readonly Way[];
  /** What matters to whom about it as a whole. */
  readonly matters: ReadonlyMap<VoiceId, string>;
  /** When it is to be looked at again; empty while nobody has said. */
  readonly review: string;
}

/** A way that was considered on the way to a decision. */
export interface Way {
  readonly id: WayId;
  readonly text: string;
  readonly by: VoiceId;
  readonly at: ClaimedAt;
  /** What matters to whom about this way. */
  readonly matters: ReadonlyMap<VoiceId, string>;
}

/** What a voice has taken on in its own name. */
export interface Task {
  readonly id: TaskId;
  readonly voice: VoiceId;
  readonly decision: DecisionId | null;
  /** Whose reservation or wish it answers, if it answers one. */
  readonly because: VoiceId | null;
  readonly what: string;
  readonly until: string;
  readonly at: ClaimedAt;
}

/** What one voice wishes, and what every voice has to say of that. */
export interface Wish {
  readonly id: WishId;
  readonly voice: VoiceId;
  readonly text: string;
  readonly at: ClaimedAt;
  readonly weighed: ReadonlyMap<Weighing, ReadonlyMap<VoiceId, string>>;
}

/** When, where and with whom we meet again; each empty while nobody has said. */
export interface NextMeeting {
  readonly when: string;
  readonly where: string;
  readonly who: string;
  readonly text: string;
}

/** Someone who is missing; `called` is empty while the person at the centre has not wished to name them. */
export interface Absent {
  readonly id: AbsentId;
  readonly called: string;
  readonly notedBy: VoiceId;
  readonly at: ClaimedAt;
}

/** Someone outside the room who is to be given a copy, and how voices wish to be called in it. */
export interface Reader {
  readonly id: ReaderId;
  readonly name: string;
  readonly by: VoiceId;
  readonly at: ClaimedAt;
  readonly called: ReadonlyMap<VoiceId, { readonly name: string; readonly relation: string }>;
}

/** An utterance in another language. */
export interface Rendering {
  readonly by: VoiceId;
  readonly language: string;
  readonly text: string;
  readonly notes: readonly { readonly word: string; readonly says: string }[];
  readonly at: ClaimedAt;
}

/** The writing for a voice was handed to `to`, by the place where that was stated. */
export interface ScribingHanded extends Place {
  readonly to: VoiceId;
  readonly by: VoiceId;
}

/** A reflection, by the place that opened it: while it goes on the others listen, and afterwards there is space for them. */
export interface Reflection extends Place {
  readonly by: VoiceId;
  readonly stage: "listening" | "space";
}

/** A time off the record, by the place that began it. What was said in it is nowhere in the record. */
export interface OffTheRecord extends Place {
  readonly by: VoiceId;
  readonly spoke: ReadonlySet<VoiceId>;
  /** Who wishes that what was said be kept. */
  readonly keeps: ReadonlySet<VoiceId>;
  /** How it ended, or null while it goes on. */
  readonly ended: "gone" | "kept" | null;
}

/** A page of the person's own, shared with everyone (`text`) or sealed to each of `to`. */
export interface SharedPage {
  readonly id: PageId;
  readonly by: VoiceId;
  readonly of: PageKind;
  readonly text: string | null;
  readonly to: ReadonlyMap<VoiceId, string>;
  readonly at: ClaimedAt;
}

/** A feed that broke a rule: nothing after its last good entry counts, nothing before it is touched. */
export interface Quarantine {
  readonly feed: FeedId;
  readonly voice: VoiceId;
  readonly reason: string;
}

/** A wish to remove a voice, by its place. It counts once another voice seconds it. */
export interface ProposedRemoval extends Place {
  readonly voice: VoiceId;
  readonly by: VoiceId;
}

/** A later meeting key, as it was given: `sealed` is for each voice alone. */
export interface GivenKey {
  readonly key: string;
  readonly by: VoiceId;
  readonly to: ReadonlyMap<VoiceId, string>;
  /** Those of them who say that they cannot open what this voice gave them. */
  readonly refusedBy: ReadonlySet<VoiceId>;
}

/** What voices have let go of in texts that they go on writing. */
export interface Forgetting {
  /** The last wish that everyone let go of what they have crossed out of the summary, or null. */
  readonly asked: (Place & { readonly by: VoiceId }) | null;
  /** Drafts for consent that were to be let go of, and by whose wish. */
  readonly revisions: ReadonlyMap<Digest, ReadonlySet<VoiceId>>;
  /** For each document and voice: how many entries of each feed are covered by what it has condensed. */
  readonly condensed: ReadonlyMap<DocName, ReadonlyMap<FeedId, number>>;
  /** The places of those `words-condensed` that a later one of their voice makes needless. */
  readonly superseded: ReadonlySet<string>;
  /** Who has answered the last wish. */
  readonly answered: ReadonlySet<VoiceId>;
}

/** Everything that is true of a meeting now: the fold of its verified statements. */
export interface MeetingState {
  readonly begun: {
    readonly by: VoiceId;
    readonly name: string;
    readonly personCalled: string;
    readonly language: string;
    readonly seed: string;
  } | null;
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly utterances: ReadonlyMap<UtteranceId, Utterance>;
  /** Utterances whose words are let go of everywhere: withdrawn, refused by their voice, or discarded unsaid. */
  readonly erased: ReadonlySet<UtteranceId>;
  /** Voices that were removed, and how many entries of each of their feeds still count. */
  readonly removed: Cuts;
  /** Removals that have been proposed and wait for a second voice. */
  readonly removalsProposed: readonly ProposedRemoval[];
  /** Which meeting keys were given, to whom. */
  readonly keys: readonly GivenKey[];
  /** What was let go of in the summary. */
  readonly forgetting: Forgetting;
  /** Utterance ids as they stand in the record. */
  readonly order: readonly UtteranceId[];
  readonly decisions: ReadonlyMap<DecisionId, Decision>;
  readonly tasks: ReadonlyMap<TaskId, Task>;
  readonly wishes: ReadonlyMap<WishId, Wish>;
  readonly nextMeeting: NextMeeting;
  /** Who is missing, as they were noted. */
  readonly absent: ReadonlyMap<AbsentId, Absent>;
  /** Those who are not to be spoken of any more: their names are let go of everywhere. */
  readonly absentLetGo: ReadonlySet<AbsentId>;
  readonly renderings: ReadonlyMap<UtteranceId, readonly Rendering[]>;
  /** For each voice: to whom the writing for it was handed, who has not begun to write for it yet. */
  readonly scribing: ReadonlyMap<VoiceId, ScribingHanded>;
  readonly readers: ReadonlyMap<ReaderId, Reader>;
  readonly pages: ReadonlyMap<PageId, SharedPage>;
  /** Pages that their voice has taken back: their words are let go of everywhere. */
  readonly pagesTakenBack: ReadonlySet<PageId>;
  /** The pause that is on now, or null. `feed` and `seq` are what resuming names. */
  readonly reflection: Reflection | null;
  /** The time off the record that goes on now, or null. */
  readonly offTheRecord: OffTheRecord | null;
  /** Every time off the record, by the name of its place. */
  readonly timesOffTheRecord: ReadonlyMap<string, OffTheRecord>;
  readonly pause: { readonly by: VoiceId; readonly feed: FeedId; readonly seq: number } | null;
}
