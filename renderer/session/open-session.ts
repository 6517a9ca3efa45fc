import type { Statement } from "../../shared/consent/record.ts";
import { signConsent } from "../../shared/consent/proof.ts";
import { digestOf, freezeRevision } from "../../shared/consent/revision.ts";
import type { Digest, VoiceId } from "../../shared/feed/ids.ts";
import { isBlank } from "../../shared/meeting/document.ts";
import { createDecisionId } from "../../shared/meeting/owned-id.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import { createVoice, keepVoice } from "./keyring.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import { createLocalVoice, type LocalVoice } from "./local-voice.ts";
import type { Draft, MeetingSession, Refusal } from "./meeting-session.ts";

/** The wishes a screen may have, carried out on a live meeting. Whether a wish is granted is read off the state. */
export function openSession(live: LiveMeeting): MeetingSession {
  return {
    view: () => live.picture.view(),
    subscribe: (listener) => live.picture.subscribe(listener),
    utteranceText: (utterance) => live.shelf.read(utterance),
    summaryText: () => live.summary.read(),
    subscribeToText: (of, listener) =>
      of === "summary" ? live.summary.subscribe(listener) : live.shelf.subscribe(of, listener),

    async introduce(profile) {
      const { meeting, secrets, vault } = live.ports;
      const { voice, pkcs8 } = await createVoice();
      const kept = await keepVoice(vault, meeting, voice.id, pkcs8);
      if (!kept.ok) return no("not-saved");
      const local = await createLocalVoice(secrets.meeting, voice);
      live.addVoice(local);
      await live.declare(local, { kind: "voice-introduced", profile });
      live.speakAs(local.id);
      return ok(local.id);
    },
    admit: (voice) => saidByHost({ kind: "voice-admitted", voice }),
    giveHosting: (voice) => saidByHost({ kind: "hosting-given", voice }),
    speakAs: (voice) => {
      live.speakAs(voice);
    },
    summary: live.summary,

    draft: () => draftOf(maySpeak()),
    setDraftAnswer: (answers) => {
      change({ answers });
    },
    setDraftPhase: (phase) => {
      change({ phase });
    },
    async say() {
      const local = maySpeak();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null || isBlank(live.shelf.read(draft.utterance))) return no("nothing-written");
      await live.declare(local.value, { kind: "utterance-said", utterance: draft.utterance });
      live.drafts.close(local.value.id);
      return ok(draft.utterance);
    },
    async discardDraft() {
      const local = maySpeak();
      const draft = draftOf(local);
      if (!local.ok) return local;
      if (draft === null) return no("nothing-written");
      if (live.drafts.isBegun(local.value.id)) {
        await live.declare(local.value, { kind: "utterance-discarded", utterance: draft.utterance });
      }
      live.drafts.close(local.value.id);
      return ok(null);
    },

    async wordDecision(text, leftOpen) {
      const local = maySpeak();
      if (!local.ok) return local;
      if (text.trim() === "") return no("nothing-written");
      const decision = createDecisionId(local.value.pen.mark);
      await live.declare(local.value, {
        kind: leftOpen ? "left-open" : "decision-worded",
        decision,
        text: text.trim(),
      });
      return ok(decision);
    },
    async takePosition(decision, position, words) {
      const wording = live.state.meeting.decisions.get(decision)?.text;
      if (wording === undefined) return no("nothing-written");
      return saidBySpeaker({ kind: "position-taken", decision, wording, position, words: words.trim() });
    },
    setNextMeeting: (text) => saidBySpeaker({ kind: "next-meeting-set", text: text.trim() }),
    pause: () => saidBySpeaker({ kind: "paused" }),
    async resume() {
      const { pause } = live.state.meeting;
      const local = admitted(live.speaker);
      if (!local.ok) return local;
      if (pause !== null) await live.declare(local.value, { kind: "resumed", feed: pause.feed, seq: pause.seq });
      return ok(null);
    },

    async propose(utterances) {
      const local = maySpeak();
      if (!local.ok) return local;
      const revision = freezeRevision({
        meeting: live.ports.meeting,
        state: live.state.meeting,
        summary: live.summary.read(),
        utterances: utterances.map((id) => ({ id, paragraphs: live.shelf.read(id) })),
        frozenAtMs: Date.now(),
        supersedes: live.state.openRevision,
      });
      const digest = await digestOf(revision);
      await live.declare(local.value, { kind: "revision-proposed", digest, revision });
      return ok(digest);
    },
    async consent(voice, digest) {
      const local = admitted(live.local(voice));
      if (!local.ok) return local;
      const { meeting } = live.ports;
      const { privateKey } = local.value;
      const document = await signConsent({ meeting, voice, digest, privateKey, givenAtMs: Date.now() });
      return declared(local.value, { kind: "consent-given", digest, document });
    },
    withhold: (voice, digest, words) => answered(voice, { kind: "consent-withheld", digest, words: words.trim() }),
    takeBack: (voice, digest) => answered(voice, { kind: "consent-taken-back", digest }),

    close: () => {
      live.close();
    },
  };

  function admitted(local: LocalVoice | null): Result<LocalVoice, Refusal> {
    if (local === null) return no("no-voice-here");
    return live.state.meeting.voices.get(local.id)?.standing === "admitted" ? ok(local) : no("not-admitted");
  }

  function maySpeak(): Result<LocalVoice, Refusal> {
    const local = admitted(live.speaker);
    return local.ok && live.state.meeting.pause !== null ? no("paused") : local;
  }

  function draftOf(local: Result<LocalVoice, Refusal>): Draft | null {
    if (!local.ok) return null;
    const { id, pen } = local.value;
    const unsaid = [...live.state.meeting.utterances.values()].find(({ voice, said }) => voice === id && !said);
    return live.drafts.of(pen, unsaid);
  }

  function change(wish: Parameters<typeof live.drafts.change>[1]): void {
    const local = maySpeak();
    if (draftOf(local) !== null && local.ok) live.drafts.change(local.value.id, wish);
  }

  async function declared(local: LocalVoice, statement: Statement): Promise<Result<null, Refusal>> {
    await live.declare(local, statement);
    return ok(null);
  }

  async function saidBySpeaker(statement: Statement): Promise<Result<null, Refusal>> {
    const local = maySpeak();
    return local.ok ? declared(local.value, statement) : local;
  }

  /** By the voice that speaks now if it may let others in, else by any other voice here that may. */
  async function saidByHost(statement: Statement): Promise<Result<null, Refusal>> {
    const { localVoices } = live.picture.view();
    const speaker = live.speaker;
    const candidates = [...(speaker === null ? [] : [speaker.id]), ...localVoices];
    const host = candidates.find((id) => {
      const voice = live.state.meeting.voices.get(id);
      return voice?.standing === "admitted" && (voice.hosting || voice.profile.kind === "person");
    });
    const local = host === undefined ? null : live.local(host);
    return local === null ? no("not-admitted") : declared(local, statement);
  }

  async function answered(
    voice: VoiceId,
    statement: Extract<Statement, { readonly digest: Digest }>,
  ): Promise<Result<null, Refusal>> {
    const local = admitted(live.local(voice));
    return local.ok ? declared(local.value, statement) : local;
  }
}
