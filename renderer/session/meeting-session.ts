import type { Digest, MeetingId, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Unwitnessed } from "../../shared/consent/spoken.ts";
import type { Freezing } from "../../shared/consent/revision.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { Paragraph } from "../../shared/meeting/document.ts";
import type { MeetingState, Quarantine } from "../../shared/meeting/state.ts";
import type { Place, Profile } from "../../shared/meeting/shapes.ts";
import type { TextPosition } from "../../shared/text/position.ts";
import type { TextView } from "../../shared/text/text-view.ts";
import type { OwnPagesWishes } from "./own-pages-wishes.ts";
import type { Result } from "../../shared/result.ts";
import type { VaultFailure } from "../../shared/shell.ts";
import type { TakingCopiesWishes } from "./taking-copies-wishes.ts";
import type { TakingPartWishes } from "./taking-part-wishes.ts";
import type { Arrived, DoorView } from "./door.ts";
import type { ArrangingWishes } from "./arranging-wishes.ts";
import type { DecidingWishes } from "./deciding-wishes.ts";
import type { InterpretingWishes } from "./interpreting-wishes.ts";
import type { OffTheRecordWishes } from "./off-the-record-wishes.ts";
import type { ReflectingWishes } from "./reflecting-wishes.ts";
import type { DraftShape, WritingWishes } from "./writing-wishes.ts";

/** Why a wish could not be carried out; `i18n` has one sentence for each. */
export type Refusal =
  | "agreed-already"
  | "cannot-receive"
  | "card-full"
  | "too-many-readers"
  | "text-too-long"
  | "words-too-long"
  | "not-proposed-here"
  | "not-admitted"
  | "not-final"
  | "not-kept"
  | "nothing-kept"
  | "nothing-written"
  | "in-the-middle"
  | "nobody-there"
  | "not-yours"
  | "written-by-another"
  | "not-a-helper"
  | "not-an-interpreter"
  | "off-the-record"
  | "off-the-record-full"
  | "on-the-record"
  | "paused"
  | "pin-too-heavy"
  | "pin-too-short"
  | "pin-wrong"
  | "not-saved"
  | "no-voice-here"
  | "no-words-of-ones-own"
  | "not-of-this-text";

/** An immutable picture of the meeting, new whenever anything in it changed. */
export interface MeetingView {
  readonly meeting: MeetingId;
  readonly state: MeetingState;
  readonly revisions: ReadonlyMap<Digest, ProposedRevision>;
  /** The newest revision that is not superseded: the one to read and answer, or null. */
  readonly openRevision: Digest | null;
  /** The newest revision that every voice in it has consented to, or null. */
  readonly agreed: Digest | null;
  readonly quarantines: readonly Quarantine[];
  /** What was said aloud and waits for a witness. */
  readonly unwitnessed: readonly Unwitnessed[];
  /** The voices that are kept on this laptop. */
  readonly localVoices: readonly VoiceId[];
  /** Those of them whose PIN has to be given before anything can be done as them. */
  readonly locked: ReadonlySet<VoiceId>;
  /** Those of them that have a PIN, whether it has been given or not. */
  readonly withPin: ReadonlySet<VoiceId>;
  /** The local voice whose words are typed now; null while the laptop goes from one to another. */
  readonly speakingAs: VoiceId | null;
  /** Voices seen on any connected laptop, this one included. */
  readonly present: ReadonlySet<VoiceId>;
  /** `failed`: the vault did not take the last words; they are on the screen only. */
  readonly saving: "failed" | "saved" | "saving";
  /** Whether what is saved stays on this laptop, or goes when the window is closed. */
  readonly keeps: "disk" | "window";
  /** Some of what this laptop had kept could not be read any more; the others send it again. */
  readonly damaged: boolean;
  /** Another window of this program has the meeting now. Everything written here until then is kept. */
  readonly elsewhere: boolean;
  /** Laptops that are reached: directly, or by a relay only; and those heard and reached neither way. */
  readonly peers: number;
  readonly direct: number;
  readonly relayed: number;
  readonly seen: number;
  readonly signaling: boolean;
  /** The voice on whose laptop the line to the others is. Null for this laptop, and where it is not known. */
  readonly via: VoiceId | null;
  /** Who stands at the door, for whoever may let them in. */
  readonly door: DoorView;
  /** The link that leads another laptop to the door; empty for a moment while the meeting opens. */
  readonly invitation: string;
}

/** What a voice keeps for itself on this device. None of it ever becomes an entry. */
export interface PrivateNotes {
  /** Whether the others see its words while it writes them; null where it has not said. */
  readonly live: boolean | null;
  /** Words it is writing that nobody has been shown: `words` is the Yjs update of a kept draft in base64. */
  readonly draft: (DraftShape & { readonly utterance: UtteranceId; readonly words: string }) | null;
  readonly margin: readonly { readonly id: string; readonly words: string; readonly atMs: number }[];
  readonly pages: readonly {
    readonly kind: "how-it-began" | "if-it-gets-hard" | "recovery";
    readonly words: string;
    readonly keep: boolean;
  }[];
}

/** What becomes another of them; a function is given what is kept by then. */
export type PrivateNotesChange = Partial<PrivateNotes> | ((now: PrivateNotes) => Partial<PrivateNotes>);

/** Another voice's place in the summary. */
export interface SummaryCursor {
  readonly voice: VoiceId;
  readonly anchor: TextPosition;
  readonly focus: TextPosition;
}

/** The summary as the editor works on it: one text with many writers. */
export interface SummaryDesk {
  /** The text as it stands, and the document to write it in: another one when something was forgotten. */
  readonly text: TextView;
  /** The others' places, by the Yjs client id they write under. */
  cursors(): ReadonlyMap<number, SummaryCursor>;
  subscribeToCursors(listener: () => void): () => void;
  /** Shows the others where the voice that speaks now is writing. */
  showCursor(cursor: { readonly anchor: TextPosition; readonly focus: TextPosition } | null): void;
}

/** One meeting as this laptop takes part in it. Wishes go in, pictures come out; nothing else is shared with the screen. */
export interface MeetingSession
  extends
    ArrangingWishes,
    DecidingWishes,
    WritingWishes,
    OwnPagesWishes,
    TakingPartWishes,
    ReflectingWishes,
    InterpretingWishes,
    OffTheRecordWishes,
    TakingCopiesWishes {
  view(): MeetingView;
  subscribe(listener: () => void): () => void;
  /** The words of one utterance, or of the summary, as they stand now; the same object until they change. */
  utteranceText(utterance: UtteranceId): readonly Paragraph[];
  summaryText(): readonly Paragraph[];
  subscribeToText(of: UtteranceId | "summary", listener: () => void): () => void;
  /** Another voice than the one that speaks now, if these are its words: said, or written in the summary. */
  voiceOfWords(words: string): VoiceId | null;

  /**
   * Makes a key pair for a new voice on this laptop, behind a PIN if one is given, and introduces it. It waits until a host
   * lets it in. It speaks from now on, unless a voice with a PIN does: that one goes on until it hands over.
   */
  introduce(profile: Profile, pin?: string | null): Promise<Result<VoiceId, Refusal>>;
  /** Lets in whoever knocks: they can read and write from then on. */
  letIn(knock: string): Promise<Result<null, Refusal>>;
  /** Has invitations lead to another door: those made before lead nowhere any more. Who is in stays in. */
  changeDoor(): Promise<Result<null, Refusal>>;
  /** Lets in a voice that is on a laptop of the meeting already. */
  admit(voice: VoiceId): Promise<Result<null, Refusal>>;
  giveHosting(voice: VoiceId): Promise<Result<null, Refusal>>;
  /** Has a voice here speak that is not locked; nothing happens for one that is. */
  speakAs(voice: VoiceId): void;

  /** Gives a voice's PIN: it speaks, and what it keeps for itself is there again. */
  unlock(voice: VoiceId, pin: string): Promise<Result<null, Refusal | VaultFailure>>;
  /** Sets, changes (`present` is the one that holds now) or takes away (`next` is null) the PIN of the voice that speaks. */
  setPin(
    voice: VoiceId,
    wish: { readonly present: string | null; readonly next: string | null },
  ): Promise<Result<null, Refusal | VaultFailure>>;
  /** Nobody speaks from now on, and nothing that is private to whoever did is in memory or on the screen. */
  handOver(): void;

  /** What the voice that speaks keeps for itself; the same object until it changes. Null while none does, or while it is read. */
  privateNotes(): PrivateNotes | null;
  /** Changes what the voice that speaks keeps for itself: shown at once, durable when it resolves. */
  changePrivateNotes(change: PrivateNotesChange): Promise<Result<null, Refusal>>;

  readonly summary: SummaryDesk;

  /**
   * What a voice says of words that are its own: on its own device, or aloud, where it has none; then another voice has to
   * witness it before it counts. Withdrawn and refused words are dropped on every laptop.
   */
  confirmWords(utterance: UtteranceId): Promise<Result<null, Refusal>>;
  refuseWords(utterance: UtteranceId): Promise<Result<null, Refusal>>;
  withdraw(utterance: UtteranceId, trace: boolean): Promise<Result<null, Refusal>>;
  /** Whether these words may go into the record. Everyone here can read them all the same. */
  letIntoRecord(utterance: UtteranceId, may: boolean): Promise<Result<null, Refusal>>;
  /** Witnesses what was said aloud and written down there. */
  witness(place: Place): Promise<Result<null, Refusal>>;
  /** Lets in a voice that has no device. */
  seat(profile: Profile): Promise<Result<VoiceId, Refusal>>;

  /** Wishes that a voice be removed; it is once another voice seconds that. A voice removes itself at once. */
  removeVoice(voice: VoiceId): Promise<Result<null, Refusal>>;
  secondRemoval(place: Place): Promise<Result<null, Refusal>>;
  /** Has every voice let go of what it has crossed out of the summary, and of the drafts for consent that are not agreed. */
  forgetCrossedOut(): Promise<Result<null, Refusal>>;

  pause(): Promise<Result<null, Refusal>>;
  resume(): Promise<Result<null, Refusal>>;

  /**
   * Freezes what stands now, with these utterances in it, and proposes it for consent: a copy for everyone in the room, and
   * one for each of these readers.
   */
  propose(utterances: readonly UtteranceId[], readers?: Freezing["readers"]): Promise<Result<Digest, Refusal>>;
  consent(voice: VoiceId, digest: Digest): Promise<Result<null, Refusal>>;
  withhold(voice: VoiceId, digest: Digest, words: string): Promise<Result<null, Refusal>>;
  takeBack(voice: VoiceId, digest: Digest): Promise<Result<null, Refusal>>;
  /** Says that a yes to an agreed record holds no longer: it stays what was agreed, and no new copies are made of it. */
  withdrawConsent(voice: VoiceId, digest: Digest): Promise<Result<null, Refusal>>;

  /** Leaves the room, keeps everything. */
  close(): void;
}

/** A meeting this laptop knows, as the home screen lists it. */
export interface MeetingListing {
  readonly meeting: MeetingId;
  readonly name: string;
  readonly lastOpenedMs: number;
}

/** The meetings of this laptop: begin one, join one, open one again. */
export interface Meetings {
  list(): Promise<Result<readonly MeetingListing[], VaultFailure>>;
  begin(wish: {
    readonly name: string;
    readonly personCalled: string;
    readonly language: string;
    readonly profile: Profile;
  }): Promise<Result<MeetingSession, Refusal>>;
  /** Follows an invitation: into a meeting that is here already, else to its door. It never changes what is kept. */
  join(invitation: string): Promise<Result<Arrived, VaultFailure | "invitation-unreadable" | "open-elsewhere">>;
  /** A meeting that another window has open is left there, unless it is to be taken over from it. */
  open(
    meeting: MeetingId,
    wish?: { readonly takeOver: boolean },
  ): Promise<Result<MeetingSession, VaultFailure | "meeting-unknown" | "open-elsewhere">>;
}
