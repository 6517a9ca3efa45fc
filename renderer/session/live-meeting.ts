import type { RecordState, Statement } from "../../shared/consent/record.ts";
import type { ClaimedAt } from "../../shared/feed/clock.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { attempt } from "../../shared/report.ts";
import type { KeptEntries } from "../../shared/shell.ts";
import type { Believed } from "./believed.ts";
import { Believing } from "./believing.ts";
import { DoorDesk } from "./door-desk.ts";
import type { DraftKeeping } from "./draft-keeping.ts";
import type { Drafts } from "./drafts.ts";
import { FeedsSeen } from "./feeds-seen.ts";
import { Intake } from "./intake.ts";
import { Ledger, type Stop } from "./ledger.ts";
import { LettingGo } from "./letting-go.ts";
import type { LivePorts } from "./live-ports.ts";
import { LocalVoices } from "./local-voices.ts";
import { keeperOf } from "./permission.ts";
import type { LocalVoice, VoiceHere } from "./local-voice.ts";
import { MeetingKeys } from "./meeting-keys.ts";
import { OffTheRecordDesk } from "./off-the-record-desk.ts";
import { Outbox } from "./outbox.ts";
import { ownDrafts } from "./own-drafts.ts";
import { Picture } from "./picture.ts";
import { PresenceDesk } from "./presence-desk.ts";
import { PrivateNotesDesk } from "./private-notes.ts";
import { Saving } from "./saving.ts";
import { Summary } from "./summary-desk.ts";
import { Surroundings } from "./surroundings.ts";
import { TextShelf } from "./text-shelf.ts";
import { Upkeep } from "./upkeep.ts";
import { WhoseTurn } from "./whose-turn.ts";

/**
 * The parts of one open meeting, joined: what is typed goes to the outbox, from there to the vault, then to the carrier
 * and the ledger; what comes from the carrier goes through the intake to the ledger. Decides nothing.
 */
export class LiveMeeting {
  readonly ports: LivePorts;
  readonly shelf: TextShelf;
  readonly drafts: Drafts;
  readonly keeping: DraftKeeping;
  readonly summary: Summary;
  readonly outbox: Outbox;
  readonly picture: Picture;
  readonly keys: MeetingKeys;
  readonly turn: WhoseTurn;
  readonly notes: PrivateNotesDesk;
  readonly door: DoorDesk;
  readonly #intake: Intake;
  readonly #ledger: Ledger;
  readonly #presence: PresenceDesk;
  readonly #lettingGo: LettingGo;
  readonly #believing: Believing;
  readonly #upkeep: Upkeep;
  readonly #saving: Saving;
  readonly feeds = new FeedsSeen();
  readonly #clock: { last: ClaimedAt } = { last: 0 };
  readonly voices = new LocalVoices();
  readonly offTheRecord = new OffTheRecordDesk();
  readonly #leave: (() => void)[] = [];
  #closed = false;
  readonly #around = new Surroundings();

  constructor(ports: LivePorts) {
    const { meeting, vault, carrier } = ports;
    this.ports = ports;
    const { voiceOf } = this.feeds;
    const secrets = (this.keys = new MeetingKeys(meeting, ports.secrets));
    const changed = (): void => {
      this.picture.change();
    };
    this.#saving = new Saving(changed);
    this.notes = new PrivateNotesDesk({
      ...{ meeting, vault },
      onChange: () => {
        this.keeping.takeUp(this.drafts);
        changed();
      },
    });
    this.#ledger = new Ledger(meeting);
    const { voices } = this;
    this.door = new DoorDesk({
      ...{ ...ports.door, meeting, whereabouts: ports.whereabouts, onChange: changed },
      state: () => this.state.meeting,
      keeper: () => keeperOf(voices, this.state.meeting),
      admit: (keeper, voice) => this.declare(keeper, { kind: "voice-admitted", voice }),
    });
    const painted = { ledger: this.#ledger, voices, saving: this.#saving, around: this.#around, door: this.door };
    this.picture = new Picture({ ...ports, ...painted });
    // Whatever changes may change who keeps the door.
    this.picture.subscribe(() => void this.door.attend());
    this.#lettingGo = new LettingGo({ meeting, vault, ledger: this.#ledger, onSwept: this.#saving.letGo });
    const seed = () => this.#ledger.seed;
    this.shelf = new TextShelf({ voiceOf, seed, counts: this.#ledger.counts });
    this.outbox = new Outbox({
      ...{ secrets, vault, meeting, clock: this.#clock },
      onWritten: (believed, heads) => {
        for (const head of heads) this.#intake.wrote(head);
        this.#believe(believed);
      },
      onSaving: (saving) => {
        this.#saving.wrote(saving);
        if (saving === "saved" && this.#upkeep.atRest()) this.picture.change();
      },
    });
    this.#intake = new Intake({
      ...{ meeting, secrets, vault },
      onBelieved: (believed) => this.#believe(believed),
      onStop: (stop) => this.#stop(stop),
      keep: this.#lettingGo.keep,
      onKept: this.#saving.kept,
    });
    this.summary = new Summary({
      voiceOf,
      onKey: (edit) => {
        const speaker = this.voices.speaker;
        if (speaker !== null) void this.outbox.write(speaker, { kind: "edit", target: "summary", update: edit });
      },
      onCursor: (place) => this.#presence.setPlace(place),
    });
    const { feeds, notes, shelf, outbox, summary } = this;
    const { drafts, keeping } = ownDrafts({
      ...{ notes, shelf, voices, outbox, seed, onChange: changed },
      state: () => this.state.meeting,
      declare: (voice, statement) => this.declare(voice, statement),
      onSaving: this.#saving.keptDraft,
    });
    this.drafts = drafts;
    this.keeping = keeping;
    this.#presence = new PresenceDesk({
      ...{ secrets, carrier, voiceOf, off: this.offTheRecord },
      isHere: (voice) => this.#takesPart(voice),
      places: () => ports.whereabouts.places(),
      onPlaces: (places) => {
        if (!this.#around.hear(places)) return;
        carrier.addSignaling([...places.keys()]);
        this.picture.change();
      },
      onCursors: (cursors) => this.summary.setCursors(cursors),
      onPresent: (present) => {
        this.#around.present = present;
        this.picture.change();
        this.#upkeep.attend();
      },
    });
    const parts = { feeds, ledger: this.#ledger, shelf, summary, lettingGo: this.#lettingGo };
    this.#believing = new Believing({ ...parts, clock: this.#clock, intake: this.#intake });
    this.#upkeep = new Upkeep({
      ...parts,
      ...{ keys: this.keys, drafts, intake: this.#intake, carrier },
      voices: () => this.voices.all,
      here: () => this.#presence.able,
      isIdle: () => this.outbox.idle,
      declare: (voice, statement) => this.declare(voice, statement),
    });
    this.turn = new WhoseTurn({
      ...{ voices, feeds, drafts, keeping, summary, notes, presence: this.#presence },
      isInRecord: (utterance) => this.state.meeting.utterances.has(utterance),
      onKeys: () => this.#upkeep.afterStatement(),
      onChange: changed,
    });
  }

  /** Takes in what this laptop has kept, then shows it to the others and listens to them. */
  async start(kept: KeptEntries, voices: readonly LocalVoice[], locked: readonly VoiceHere[]): Promise<void> {
    this.#around.damaged = kept.damaged;
    const { carrier } = this.ports;
    this.turn.open(voices, locked);
    await this.#intake.load(kept.entries.map(({ bytes }) => bytes));
    this.#leave.push(
      carrier.onEntries((entries) => this.#intake.arrive(entries)),
      carrier.onPresence((presences) => {
        this.#presence.receive(presences);
      }),
      carrier.onConnection((connection) => {
        this.#around.connection = connection;
        this.picture.change();
      }),
      this.ports.whereabouts.subscribe(() => {
        this.#presence.placesChanged();
        this.picture.change();
      }),
    );
    await Promise.all([this.#upkeep.open(), this.door.attend()]);
  }

  /** What is true of the meeting now. */
  get state(): RecordState {
    return this.#ledger.state;
  }

  /** The signaling servers that laptops here host or have hosted. */
  get places(): readonly string[] {
    return [...this.#around.places.keys()];
  }

  /** Resolves when the statement is saved and handed on. */
  declare(voice: LocalVoice, statement: Statement): Promise<void> {
    return this.outbox.write(voice, { kind: "statement", statement });
  }

  /** Another window goes on with the meeting: keeps what is written here, says so on the screen, and leaves. */
  async giveAway(): Promise<void> {
    this.keeping.flush();
    await Promise.all([this.notes.rest(), this.outbox.rest()]);
    this.#around.elsewhere = true;
    this.picture.change();
    this.close();
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.keeping.flush();
    this.notes.hide();
    for (const leave of this.#leave) leave();
    this.door.close();
    this.outbox.close();
    this.#intake.close();
    this.#lettingGo.close();
    this.ports.carrier.close();
    this.picture.close();
    void this.notes.rest().then(this.ports.onClosed);
  }

  /** Facts that are proved and saved here: now they are true on this screen, and every other laptop may have them. */
  #believe(believed: readonly Believed[]): void {
    attempt(() => this.ports.carrier.put(believed.map(({ entry }) => entry)));
    this.#settle(this.#believing.take(believed));
  }

  #stop(stop: Stop): void {
    this.#ledger.stop(stop);
    this.#settle(true);
  }

  #settle(stated: boolean): void {
    this.#believing.settleSummary();
    if (!stated) return;
    this.shelf.recount();
    this.#upkeep.afterStatement();
    this.turn.show();
    this.picture.change();
  }

  #takesPart(voice: VoiceId): boolean {
    return this.state.meeting.voices.get(voice)?.standing === "admitted";
  }
}
