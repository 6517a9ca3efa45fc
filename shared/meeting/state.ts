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
  WishId,
} from "../feed/ids.ts";
import type { Arrangements } from "./arrangements.ts";
import type { Decision, NextMeeting, Task, Wish } from "./decided.ts";
import type { Absent, OffTheRecord, Reader, Reflection, Rendering, ScribingHanded, SharedPage } from "./in-the-room.ts";
import type { Cuts } from "./removal.ts";
import type { Part, Phase, Place, Profile } from "./shapes.ts";
import type { Stretch } from "./statements.ts";

/** Someone who takes part: a voice, or an interpreter or supporter, who has no words of their own in the record. */
export interface Voice {
  readonly id: VoiceId;
  readonly profile: Profile;
  /** `waiting`: has knocked and was not let in yet. What `left` and `removed` voices have said stands. */
  readonly standing: "admitted" | "left" | "removed" | "waiting";
  /** When it was let in, or null while nobody has. */
  readonly admittedAt: ClaimedAt | null;
  /** Everything it has ever been here as: what it calls itself later takes nothing from anyone. */
  readonly kinds: ReadonlySet<Part>;
  /** Every name it has ever been here by. */
  readonly names: ReadonlySet<string>;
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
  /** Whether its voice lets it go into the record. Its own word alone keeps it out, and lets it in again. */
  readonly forRecord: boolean;
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
  /** Every name it was begun under: the first one stands, and no text is undone by beginning it anew. */
  readonly everBegunAs: ReadonlySet<string>;
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
  /** The name of the door that invitations lead to now; empty for the one the meeting began with. */
  readonly door: string;
  /** What was let go of in the summary. */
  readonly forgetting: Forgetting;
  /** Utterance ids as they stand in the record. */
  readonly order: readonly UtteranceId[];
  readonly decisions: ReadonlyMap<DecisionId, Decision>;
  readonly tasks: ReadonlyMap<TaskId, Task>;
  readonly wishes: ReadonlyMap<WishId, Wish>;
  readonly nextMeeting: NextMeeting;
  /** Who comes when, and whom to ring. */
  readonly arrangements: Arrangements;
  /** Who is missing, as they were noted. */
  readonly absent: ReadonlyMap<AbsentId, Absent>;
  /** Those who are not to be spoken of any more: their names are let go of everywhere. */
  readonly absentLetGo: ReadonlySet<AbsentId>;
  readonly renderings: ReadonlyMap<UtteranceId, readonly Rendering[]>;
  /** Every rendering that was ever given of words that stand, by `renderingName`. */
  readonly everRendered: ReadonlyMap<UtteranceId, ReadonlySet<string>>;
  /** For each voice: to whom the writing for it was handed, who has not begun to write for it yet. */
  readonly scribing: ReadonlyMap<VoiceId, ScribingHanded>;
  readonly readers: ReadonlyMap<ReaderId, Reader>;
  /** The names under which the person at the centre has ever let a reader have a copy: what was once proposed so stands. */
  readonly everPermitted: ReadonlyMap<ReaderId, ReadonlySet<string>>;
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
