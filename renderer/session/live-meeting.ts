import type { RecordState, Statement } from "../../shared/consent/record.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import { observeTick, type ClaimedAt } from "../../shared/feed/clock.ts";
import type { MeetingId, VoiceId } from "../../shared/feed/ids.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import type { Vault } from "../../shared/shell.ts";
import type { Carrier, Connection } from "../transport/carrier.ts";
import type { Believed } from "./believed.ts";
import { Drafts } from "./drafts.ts";
import { Intake } from "./intake.ts";
import { Ledger, type Stop } from "./ledger.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { MeetingView } from "./meeting-session.ts";
import { Outbox } from "./outbox.ts";
import { Picture } from "./picture.ts";
import { PresenceDesk } from "./presence-desk.ts";
import { Summary } from "./summary-desk.ts";
import { TextShelf } from "./text-shelf.ts";

export interface LivePorts {
  readonly meeting: MeetingId;
  readonly secrets: MeetingSecrets;
  readonly vault: Vault;
  readonly carrier: Carrier;
  readonly invitation: string;
}

/**
 * The parts of one open meeting, joined: what is typed goes to the outbox, from there to the vault, then to the carrier
 * and the ledger; what comes from the carrier goes through the intake to the ledger. Decides nothing.
 */
export class LiveMeeting {
  readonly ports: LivePorts;
  readonly shelf: TextShelf;
  readonly drafts: Drafts;
  readonly summary: Summary;
  readonly outbox: Outbox;
  readonly picture = new Picture(() => this.#paint());
  readonly #intake: Intake;
  readonly #ledger: Ledger;
  readonly #presence: PresenceDesk;
  readonly #clock: { last: ClaimedAt } = { last: 0 };
  readonly #voiceOf = new Map<number, VoiceId>();
  readonly #voices = new Map<VoiceId, LocalVoice>();
  readonly #leave: (() => void)[] = [];
  /** The same object until a voice comes to this laptop: a new one at every key would draw the whole meeting again. */
  #localVoices: readonly VoiceId[] = [];
  #speakingAs: VoiceId | null = null;
  #present: ReadonlySet<VoiceId> = new Set();
  #connection: Connection = { peers: 0, signaling: false };
  #saving: MeetingView["saving"] = "saved";

  constructor(ports: LivePorts) {
    const { meeting, secrets, vault, carrier } = ports;
    this.ports = ports;
    const voiceOf = (clientId: number): VoiceId | null => this.#voiceOf.get(clientId) ?? null;
    this.#ledger = new Ledger(meeting);
    this.shelf = new TextShelf(voiceOf, () => this.#ledger.seed);
    this.outbox = new Outbox({
      secrets,
      vault,
      meeting,
      clock: this.#clock,
      onWritten: (believed, heads) => {
        for (const head of heads) this.#intake.wrote(head);
        this.#believe(believed);
      },
      onSaving: (saving) => {
        if (saving === this.#saving) return;
        this.#saving = saving;
        this.picture.change();
      },
    });
    this.#intake = new Intake({
      meeting,
      secrets,
      vault,
      onBelieved: (believed) => {
        this.#believe(believed);
      },
      onStop: (stop) => {
        this.#stop(stop);
      },
      onNotKept: () => {
        this.#saving = "failed";
        this.picture.change();
      },
    });
    this.summary = new Summary({
      voiceOf,
      onKey: (edit) => {
        const speaker = this.speaker;
        if (speaker !== null) void this.outbox.write(speaker.own, { kind: "edit", target: "summary", update: edit });
      },
      onCursor: (place) => {
        this.#presence.setPlace(place);
      },
    });
    this.drafts = new Drafts({
      shelf: this.shelf,
      onKey: ({ voice }, draft, edit, begins) => {
        const local = this.#voices.get(voice);
        if (local === undefined) return;
        const { utterance, answers, phase } = draft;
        const after = this.state.meeting.order.at(-1) ?? null;
        if (begins) void this.declare(local, { kind: "utterance-begun", utterance, after, answers, phase });
        void this.outbox.write(local.own, { kind: "edit", target: utterance, update: edit });
      },
      onChange: () => {
        this.picture.change();
      },
    });
    this.#presence = new PresenceDesk({
      secrets,
      show: (presence) => {
        carrier.showPresence(presence);
      },
      isHere: (voice) => this.state.meeting.voices.get(voice)?.standing === "admitted",
      voiceOf,
      onCursors: (cursors) => {
        this.summary.setCursors(cursors);
      },
      onPresent: (present) => {
        this.#present = present;
        this.picture.change();
      },
    });
  }

  /** Takes in what this laptop has kept, then shows it to the others and listens to them. */
  async start(kept: readonly { readonly bytes: Bytes }[], voices: readonly LocalVoice[]): Promise<void> {
    const { carrier } = this.ports;
    for (const voice of voices) this.addVoice(voice);
    await this.#intake.load(kept.map(({ bytes }) => bytes));
    this.#leave.push(
      carrier.onEntries((entries) => {
        this.#intake.arrive(entries);
      }),
      carrier.onPresence((presences) => {
        this.#presence.receive(presences);
      }),
      carrier.onConnection((connection) => {
        this.#connection = connection;
        this.picture.change();
      }),
    );
  }

  /** What is true of the meeting now. */
  get state(): RecordState {
    return this.#ledger.state;
  }

  /** The local voice whose words are typed now. */
  get speaker(): LocalVoice | null {
    return this.#speakingAs === null ? null : (this.#voices.get(this.#speakingAs) ?? null);
  }

  local(voice: VoiceId): LocalVoice | null {
    return this.#voices.get(voice) ?? null;
  }

  addVoice(voice: LocalVoice): void {
    this.#voices.set(voice.id, voice);
    this.#localVoices = [...this.#voices.keys()];
    this.#voiceOf.set(voice.own.clientId, voice.id);
    this.speakAs(this.#speakingAs ?? voice.id);
  }

  speakAs(voice: VoiceId): void {
    const local = this.#voices.get(voice);
    if (local === undefined) return;
    this.#speakingAs = voice;
    this.summary.writeUnder(local.own.clientId);
    this.#showVoices();
    this.picture.change();
  }

  /** Resolves when the statement is saved and handed on. */
  declare(voice: LocalVoice, statement: Statement): Promise<void> {
    return this.outbox.write(voice.own, { kind: "statement", statement });
  }

  close(): void {
    for (const leave of this.#leave) leave();
    this.outbox.close();
    this.ports.carrier.close();
    this.picture.close();
  }

  #paint(): MeetingView {
    const { meeting: state, revisions, openRevision, agreed } = this.state;
    return {
      meeting: this.ports.meeting,
      state,
      revisions,
      openRevision,
      agreed,
      quarantines: this.#ledger.quarantines,
      localVoices: this.#localVoices,
      speakingAs: this.#speakingAs,
      present: this.#present,
      saving: this.#saving,
      peers: this.#connection.peers,
      signaling: this.#connection.signaling,
      invitation: this.ports.invitation,
    };
  }

  /** Facts that are proved and saved here: now they are true on this screen, and every other laptop may have them. */
  #believe(believed: readonly Believed[]): void {
    this.ports.carrier.put(believed.map(({ entry }) => entry));
    for (const { fact, at, entry } of believed) {
      this.#clock.last = observeTick(this.#clock.last, at, Date.now());
      if (fact.kind === "nothing-said") continue;
      if (fact.kind === "statement") {
        this.#ledger.add(fact.stated);
        continue;
      }
      this.#voiceOf.set(entry.clientId, fact.voice);
      if (fact.target === "summary") this.summary.add(fact.voice, fact.update);
      else this.shelf.add(fact.target, fact.update);
    }
    this.#settle(believed.some(({ fact }) => fact.kind === "statement"));
  }

  #stop(stop: Stop): void {
    this.#ledger.stop(stop);
    this.#settle(true);
  }

  #settle(stated: boolean): void {
    this.summary.settle(this.#ledger.seed, (voice) => this.#ledger.isLetIn(voice));
    if (!stated) return;
    this.#showVoices();
    this.picture.change();
  }

  /** Shows the others the voices here that have been let in. */
  #showVoices(): void {
    const signers = [...this.#voices.values()]
      .filter(({ id }) => this.state.meeting.voices.get(id)?.standing === "admitted")
      .map(({ id, privateKey, own }) => ({ voice: id, privateKey, clientId: own.clientId }));
    this.#presence.setVoices(signers, this.#speakingAs);
  }
}
