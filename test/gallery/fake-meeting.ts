import { NOTHING_CONSIDERED, PLAINLY_SAID } from "../cast/plainest.ts";
import { foldMeeting } from "../../shared/meeting/fold.ts";
import * as Y from "yjs";
import { signConsent } from "../../shared/consent/proof.ts";
import { agreedRevision, openRevision } from "../../shared/consent/final.ts";
import type { Sayable } from "../../shared/consent/spoken.ts";
import { digestOf, freezeRevision } from "../../shared/consent/revision.ts";
import type { Answer, ProposedRevision } from "../../shared/consent/state.ts";
import type { DecisionId, Digest, FeedId, MeetingId, UtteranceId, VoiceId } from "../../shared/feed/ids.ts";
import type { Paragraph } from "../../shared/meeting/document.ts";
import type { NextMeeting } from "../../shared/meeting/decided.ts";
import type { MeetingState, Utterance, Voice } from "../../shared/meeting/state.ts";
import type { Place, PositionKind, Profile } from "../../shared/meeting/shapes.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type {
  MeetingSession,
  MeetingView,
  PrivateNotes,
  Refusal,
  SummaryDesk,
} from "../../renderer/session/meeting-session.ts";
import { UNSHAPED } from "../../renderer/session/draft-shape.ts";
import type { Draft, DraftShape } from "../../renderer/session/writing-wishes.ts";
import { person, type Person } from "./people.ts";
import { PlayedLaptop } from "./played-laptop.ts";

/** What a scene begins with. */
export interface Beginning {
  readonly meeting: MeetingId;
  readonly name: string;
  readonly admitted: readonly Person[];
  readonly local: readonly Person[];
  readonly here: readonly Person[];
  readonly hosting: Person;
}

const NOTHING: readonly Paragraph[] = [];

/**
 * A meeting that is only a screenful: it keeps the promises of `MeetingSession` towards the screens, in memory, for one
 * laptop, and lets a scene or a test play the others.
 */
export class FakeMeeting implements MeetingSession {
  readonly summary: SummaryDesk;
  /** How often the words of each utterance were asked for: once for each time it was drawn. */
  readonly asked = new Map<UtteranceId | "summary", number>();
  readonly #laptop: PlayedLaptop;
  #view: MeetingView;
  #people = new Map<VoiceId, Person>();
  #drafts = new Map<VoiceId, Draft>();
  readonly #words = new Map<UtteranceId | "summary", readonly Paragraph[]>();
  /** What happens when what was said aloud is witnessed, by its place in the log of whoever wrote it down. */
  readonly #onceHeard = new Map<number, () => Result<null, Refusal>>();
  readonly #listeners = new Set<() => void>();
  readonly #textListeners = new Map<UtteranceId | "summary", Set<() => void>>();
  #count = 0;

  constructor(beginning: Beginning) {
    const { meeting, name, admitted, hosting } = beginning;
    for (const one of [...admitted, ...beginning.local]) this.#people.set(one.id, one);
    this.summary = {
      doc: new Y.Doc(),
      cursors: () => new Map(),
      subscribeToCursors: () => () => undefined,
      showCursor: () => undefined,
    };
    this.#laptop = new PlayedLaptop(beginning.local.map((one) => one.id));
    this.#view = {
      ...this.#laptop.view,
      meeting,
      state: {
        ...foldMeeting([]),
        begun: { by: hosting.id, name, personCalled: "Samira", language: "en", seed: "" },
        voices: new Map(admitted.map((one, at) => [one.id, voiceOf(one, at, one === hosting)])),
      },
      revisions: new Map(),
      openRevision: null,
      agreed: null,
      quarantines: [],
      unwitnessed: [],
      keeps: "disk",
      damaged: false,
      present: new Set(beginning.here.map((one) => one.id)),
      saving: "saved",
      peers: 2,
      signaling: true,
      invitation: "http://127.0.0.1:7373/#join=v1.Zm9yLWEtZ2FsbGVyeS1vbmx5LW5vLW1lZXRpbmctaXMtYmVoaW5kLXRoaXM",
    };
  }

  view = (): MeetingView => this.#view;
  subscribe = (listener: () => void): (() => void) => subscribed(this.#listeners, listener);

  utteranceText(utterance: UtteranceId): readonly Paragraph[] {
    this.asked.set(utterance, (this.asked.get(utterance) ?? 0) + 1);
    return this.#words.get(utterance) ?? NOTHING;
  }

  summaryText(): readonly Paragraph[] {
    return this.#words.get("summary") ?? NOTHING;
  }

  subscribeToText(of: UtteranceId | "summary", listener: () => void): () => void {
    const listeners = this.#textListeners.get(of) ?? new Set();
    this.#textListeners.set(of, listeners);
    return subscribed(listeners, listener);
  }

  async introduce(profile: Profile, pin: string | null = null): Promise<Result<VoiceId, Refusal>> {
    if (pin !== null && pin.length < 4) return no("pin-too-short");
    const one = await person(profile);
    this.knock(one);
    this.#laptop.add(one.id, pin);
    this.change(this.#laptop.view);
    return ok(one.id);
  }

  async admit(voice: VoiceId): Promise<Result<null, Refusal>> {
    return this.#standing(voice, (one) => ({ ...one, standing: "admitted" }));
  }

  async giveHosting(voice: VoiceId): Promise<Result<null, Refusal>> {
    return this.#standing(voice, (one) => ({ ...one, hosting: true }));
  }

  speakAs(voice: VoiceId): void {
    this.#laptop.speakAs(voice);
    this.change(this.#laptop.view);
  }

  async unlock(voice: VoiceId, pin: string): Promise<Result<null, Refusal>> {
    if (!this.#laptop.unlock(voice, pin)) return no("pin-wrong");
    this.change(this.#laptop.view);
    return ok(null);
  }

  async setPin(
    voice: VoiceId,
    { present, next }: { readonly present: string | null; readonly next: string | null },
  ): Promise<Result<null, Refusal>> {
    if (next !== null && next.length < 4) return no("pin-too-short");
    if (!this.#laptop.setPin(voice, present, next)) return no("pin-wrong");
    this.change(this.#laptop.view);
    return ok(null);
  }

  handOver(): void {
    this.#laptop.handOver();
    this.change(this.#laptop.view);
  }

  /** The meeting was opened anew on this laptop, and these voices have a PIN. */
  reopen(pins: ReadonlyMap<VoiceId, string>): void {
    this.#laptop.reopen(pins);
    this.change(this.#laptop.view);
  }

  privateNotes(): PrivateNotes | null {
    return this.#laptop.notes;
  }

  async changePrivateNotes(change: Partial<PrivateNotes>): Promise<Result<null, Refusal>> {
    this.#laptop.changeNotes(change);
    this.change({});
    return ok(null);
  }

  fillDraft(words: string): Result<null, Refusal> {
    const draft = this.draft();
    if (draft === null) return no("no-voice-here");
    const letters = draft.doc.getText("words");
    letters.insert(letters.length, letters.length === 0 ? words : `\n${words}`);
    return ok(null);
  }

  draft(): Draft | null {
    const { speakingAs, state } = this.#view;
    if (speakingAs === null || state.voices.get(speakingAs)?.standing !== "admitted") return null;
    const draft = this.#drafts.get(speakingAs) ?? this.#blankDraft(speakingAs);
    this.#drafts.set(speakingAs, draft);
    return draft;
  }

  shapeDraft(change: Partial<DraftShape>): void {
    this.#redraft((draft) => ({ ...draft, ...change }));
  }

  async confirmWords(utterance: UtteranceId): Promise<Result<null, Refusal>> {
    return this.#saidOf({ kind: "words-confirmed", utterance }, (one) => ({ ...one, confirmed: true }));
  }

  async refuseWords(utterance: UtteranceId): Promise<Result<null, Refusal>> {
    return this.#saidOf({ kind: "words-refused", utterance }, () => null);
  }

  async withdraw(utterance: UtteranceId, trace: boolean): Promise<Result<null, Refusal>> {
    const says = { kind: "utterance-withdrawn", utterance, trace } as const;
    return this.#saidOf(says, (one) => (trace ? { ...one, withdrawn: true } : null));
  }

  async witness({ feed, seq }: Place): Promise<Result<null, Refusal>> {
    this.change({ unwitnessed: this.#view.unwitnessed.filter((one) => one.feed !== feed || one.seq !== seq) });
    return this.#onceHeard.get(seq)?.() ?? ok(null);
  }

  async seat(profile: Profile): Promise<Result<VoiceId, Refusal>> {
    const one = await person(profile);
    this.knock(one);
    this.#standing(one.id, (voice) => ({ ...voice, standing: "admitted", seated: true }));
    return ok(one.id);
  }

  async removeVoice(voice: VoiceId): Promise<Result<null, Refusal>> {
    const by = this.#view.speakingAs;
    if (by === null) return no("no-voice-here");
    if (by === voice) return this.#standing(voice, (one) => ({ ...one, standing: "removed" }));
    // A branded id has no other constructor than a cast.
    const wish = { voice, by, feed: `${by}/gallery` as FeedId, seq: this.#tick() };
    this.changeState({ removalsProposed: [...this.#view.state.removalsProposed, wish] });
    return ok(null);
  }

  async secondRemoval({ seq }: Place): Promise<Result<null, Refusal>> {
    const wish = this.#view.state.removalsProposed.find((one) => one.seq === seq);
    if (wish === undefined) return no("nothing-written");
    this.changeState({ removalsProposed: this.#view.state.removalsProposed.filter((one) => one !== wish) });
    return this.#standing(wish.voice, (one) => ({ ...one, standing: "removed" }));
  }

  async forgetCrossedOut(): Promise<Result<null, Refusal>> {
    return ok(null);
  }

  async say(): Promise<Result<UtteranceId, Refusal>> {
    const draft = this.draft();
    const utterance = draft === null ? undefined : this.#view.state.utterances.get(draft.utterance);
    if (utterance === undefined) return no("nothing-written");
    if (this.#view.state.pause !== null) return no("paused");
    this.#drafts.delete(utterance.scribe ?? utterance.voice);
    this.#put({ ...utterance, said: true });
    return ok(utterance.id);
  }

  async discardDraft(): Promise<Result<null, Refusal>> {
    const draft = this.draft();
    if (draft === null) return no("nothing-written");
    const utterances = new Map(this.#view.state.utterances);
    utterances.delete(draft.utterance);
    const order = this.#view.state.order.filter((id) => id !== draft.utterance);
    if (this.#view.speakingAs !== null) this.#drafts.delete(this.#view.speakingAs);
    this.changeState({ utterances, order });
    return ok(null);
  }

  async wordDecision(text: string, leftOpen: boolean): Promise<Result<DecisionId, Refusal>> {
    const by = this.#view.speakingAs;
    if (by === null) return no("no-voice-here");
    // A branded id has no other constructor than a cast; this one has the shape its schema asks for.
    const id = this.#id("decision") as DecisionId;
    const decision = {
      id,
      text,
      leftOpen,
      wordedBy: by,
      wordedAt: this.#tick(),
      positions: new Map(),
      ...NOTHING_CONSIDERED,
    };
    this.changeState({ decisions: new Map(this.#view.state.decisions).set(id, decision) });
    return ok(id);
  }

  async takePosition(decision: DecisionId, position: PositionKind, words: string): Promise<Result<null, Refusal>> {
    const by = this.#view.speakingAs;
    if (by === null) return no("no-voice-here");
    this.stand(by, decision, position, words);
    return ok(null);
  }

  async setNextMeeting(next: NextMeeting): Promise<Result<null, Refusal>> {
    this.changeState({ nextMeeting: next });
    return ok(null);
  }

  async pause(): Promise<Result<null, Refusal>> {
    const by = this.#view.speakingAs;
    if (by === null) return no("no-voice-here");
    // A branded id has no other constructor than a cast.
    this.changeState({ pause: { by, feed: `${by}/gallery` as FeedId, seq: this.#tick() } });
    return ok(null);
  }

  async resume(): Promise<Result<null, Refusal>> {
    this.changeState({ pause: null });
    return ok(null);
  }

  async propose(utterances: readonly UtteranceId[]): Promise<Result<Digest, Refusal>> {
    const { meeting, state, openRevision: supersedes, speakingAs } = this.#view;
    if (speakingAs === null) return no("no-voice-here");
    const chosen = utterances.map((id) => ({ id, paragraphs: this.#words.get(id) ?? NOTHING }));
    const frozenAtMs = Date.UTC(2026, 10, 26, 18, 0) + this.#tick();
    const summary = this.summaryText();
    const revision = freezeRevision({ meeting, state, summary, utterances: chosen, frozenAtMs, supersedes });
    const digest = await digestOf(revision);
    const proposedAt = this.#tick();
    this.#revise({ digest, revision, proposedBy: speakingAs, proposedAt, answers: new Map() });
    return ok(digest);
  }

  async consent(voice: VoiceId, digest: Digest): Promise<Result<null, Refusal>> {
    const signer = this.#view.state.voices.get(voice)?.seated === true ? this.#view.speakingAs : voice;
    const one = signer === null ? undefined : this.#people.get(signer);
    if (one === undefined) return no("no-voice-here");
    const givenAtMs = Date.UTC(2026, 10, 26, 18, 30);
    const { meeting } = this.#view;
    const scribe = one.id === voice ? {} : { scribe: one.id };
    const document = await signConsent({ meeting, voice, ...scribe, digest, privateKey: one.privateKey, givenAtMs });
    const says = { kind: "consent-given", digest, document } as const;
    return this.#said(voice, says, () => this.#answer(voice, digest, { answer: "yes", at: this.#tick(), document }));
  }

  async withhold(voice: VoiceId, digest: Digest, words: string): Promise<Result<null, Refusal>> {
    const answer = { answer: "not-yet", at: this.#tick(), words } as const;
    const says = { kind: "consent-withheld", digest, words } as const;
    return this.#said(voice, says, () => this.#answer(voice, digest, answer));
  }

  async takeBack(voice: VoiceId, digest: Digest): Promise<Result<null, Refusal>> {
    return this.#said(voice, { kind: "consent-taken-back", digest }, () => this.#answer(voice, digest, null));
  }

  close(): void {
    this.#listeners.clear();
    this.#textListeners.clear();
  }

  /** Someone at the door. */
  knock(one: Person): void {
    this.#people.set(one.id, one);
    const voice: Voice = { ...voiceOf(one, this.#tick(), false), standing: "waiting" };
    this.changeState({ voices: new Map(this.#view.state.voices).set(one.id, voice) });
  }

  /** An utterance of anyone, begun now; put before the one at `place`, or at the end. */
  begin(
    one: Person,
    wish: { answers?: UtteranceId; phase?: Phase; said?: boolean; place?: number; scribe?: Person } = {},
  ): UtteranceId {
    const { state } = this.#view;
    // A branded id has no other constructor than a cast; this one has the shape its schema asks for.
    const id = this.#id("utterance") as UtteranceId;
    const utterance: Utterance = {
      id,
      voice: one.id,
      after: state.order.at(-1) ?? null,
      answers: wish.answers ?? null,
      phase: wish.phase ?? "conversation",
      begunAt: this.#tick(),
      said: wish.said ?? false,
      ...OWN_WORDS,
      ...(wish.scribe && { scribe: wish.scribe.id, confirmed: false }),
    };
    const order = [...state.order];
    order.splice(wish.place ?? order.length, 0, id);
    this.changeState({ utterances: new Map(state.utterances).set(id, utterance), order });
    return id;
  }

  /** As many finished utterances at once as an evening has. */
  beginMany(count: number, make: (number: number) => { one: Person; words: readonly Paragraph[] }): void {
    const utterances = new Map(this.#view.state.utterances);
    const order = [...this.#view.state.order];
    for (let number = 0; number < count; number += 1) {
      const { one, words } = make(number);
      // A branded id has no other constructor than a cast; this one has the shape its schema asks for.
      const id = this.#id("utterance") as UtteranceId;
      const after = order.at(-1) ?? null;
      const begunAt = this.#tick();
      utterances.set(id, {
        id,
        voice: one.id,
        after,
        answers: null,
        phase: "conversation",
        begunAt,
        said: true,
        ...OWN_WORDS,
      });
      this.#words.set(id, words);
      order.push(id);
    }
    this.changeState({ utterances, order });
  }

  /** The words of an utterance or of the summary, as they stand from now on. */
  write(of: UtteranceId | "summary", paragraphs: readonly Paragraph[]): void {
    this.#words.set(of, paragraphs);
    for (const listener of this.#textListeners.get(of) ?? []) listener();
  }

  /** An utterance of anyone is finished. */
  finish(id: UtteranceId): void {
    const utterance = this.#view.state.utterances.get(id);
    if (utterance !== undefined) this.#put({ ...utterance, said: true });
  }

  stand(by: VoiceId, id: DecisionId, position: PositionKind, words: string): void {
    const decision = this.#view.state.decisions.get(id);
    if (decision === undefined) return;
    const positions = new Map(decision.positions).set(by, { position, words, at: this.#tick(), mayStand: false });
    this.changeState({ decisions: new Map(this.#view.state.decisions).set(id, { ...decision, positions }) });
  }

  change(change: Partial<MeetingView>): void {
    this.#view = { ...this.#view, ...change };
    for (const listener of this.#listeners) listener();
  }

  changeState(change: Partial<MeetingState>): void {
    this.change({ state: { ...this.#view.state, ...change } });
  }

  #blankDraft(voice: VoiceId): Draft {
    // A branded id has no other constructor than a cast; this one has the shape its schema asks for.
    const utterance = this.#id("utterance") as UtteranceId;
    const doc = new Y.Doc();
    const letters = doc.getText("words");
    letters.observe(() => {
      this.write(utterance, [{ style: "paragraph", runs: [{ voice, text: letters.toJSON() }] }]);
      this.change({ saving: "saving" });
      setTimeout(() => this.change({ saving: "saved" }), 5);
      if (this.#view.state.utterances.has(utterance)) return;
      const drafted = this.#drafts.get(voice) ?? UNSHAPED;
      const { answers, phase, speaker } = drafted;
      const whose = speaker === null ? { voice } : { voice: speaker, scribe: voice, confirmed: false };
      const after = this.#view.state.order.at(-1) ?? null;
      this.#put({ id: utterance, after, answers, phase, begunAt: this.#tick(), said: false, ...OWN_WORDS, ...whose });
    });
    return { utterance, doc, ...UNSHAPED };
  }

  /** Counts at once where the voice has a device; otherwise it is written down, and counts once someone has heard it. */
  #said(voice: VoiceId, says: Sayable, counts: () => Result<null, Refusal>): Result<null, Refusal> {
    const { speakingAs: scribe, state, unwitnessed } = this.#view;
    if (state.voices.get(voice)?.seated !== true) return counts();
    if (scribe === null) return no("no-voice-here");
    const seq = this.#tick();
    this.#onceHeard.set(seq, counts);
    // A branded id has no other constructor than a cast.
    const feed = `${scribe}/gallery` as FeedId;
    this.change({ unwitnessed: [...unwitnessed, { feed, seq, voice, scribe, says }] });
    return ok(null);
  }

  #saidOf(
    says: Extract<Sayable, { readonly utterance: UtteranceId }>,
    change: (one: Utterance) => Utterance | null,
  ): Result<null, Refusal> {
    const known = this.#view.state.utterances.get(says.utterance);
    if (known === undefined) return no("nothing-written");
    return this.#said(known.voice, says, () => this.#stands(known.id, change(known)));
  }

  #stands(id: UtteranceId, changed: Utterance | null): Result<null, Refusal> {
    if (changed === null || changed.withdrawn) this.#words.delete(id);
    if (changed !== null) {
      this.#put(changed);
      return ok(null);
    }
    const utterances = new Map(this.#view.state.utterances);
    utterances.delete(id);
    this.changeState({ utterances, order: this.#view.state.order.filter((one) => one !== id) });
    return ok(null);
  }

  #redraft(change: (draft: Draft) => Draft): void {
    const draft = this.draft();
    const { speakingAs, state } = this.#view;
    if (draft === null || speakingAs === null || state.utterances.has(draft.utterance)) return;
    this.#drafts.set(speakingAs, change(draft));
    this.change({});
  }

  #put(utterance: Utterance): void {
    const { utterances, order } = this.#view.state;
    this.changeState({
      utterances: new Map(utterances).set(utterance.id, utterance),
      order: order.includes(utterance.id) ? order : [...order, utterance.id],
    });
  }

  #standing(id: VoiceId, change: (voice: Voice) => Voice): Result<null, Refusal> {
    const voice = this.#view.state.voices.get(id);
    if (voice === undefined) return no("not-admitted");
    this.changeState({ voices: new Map(this.#view.state.voices).set(id, change(voice)) });
    return ok(null);
  }

  #answer(voice: VoiceId, digest: Digest, answer: Answer | null): Result<null, Refusal> {
    const proposed = this.#view.revisions.get(digest);
    if (proposed === undefined) return no("not-final");
    const answers = new Map(proposed.answers);
    if (answer === null) answers.delete(voice);
    else answers.set(voice, answer);
    this.#revise({ ...proposed, answers });
    return ok(null);
  }

  #revise(proposed: ProposedRevision): void {
    const revisions = new Map(this.#view.revisions).set(proposed.digest, proposed);
    this.change({ revisions, openRevision: openRevision(revisions), agreed: agreedRevision(revisions) });
  }

  #tick(): number {
    this.#count += 1;
    return this.#count;
  }

  #id(word: string): string {
    return `${word}${String(this.#tick()).padStart(21 - word.length, "0")}A`;
  }
}

const OWN_WORDS = { ...PLAINLY_SAID, scribe: null, confirmed: true, withdrawn: false } as const;

function voiceOf(one: Person, introducedAt: number, hosting: boolean): Voice {
  return { id: one.id, profile: one.profile, standing: "admitted", hosting, seated: false, sealTo: null, introducedAt };
}

function subscribed(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
