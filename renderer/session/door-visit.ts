import type { Bytes } from "../../shared/crypto/bytes.ts";
import { MOST_UNREAD, SAY_HERE_MS } from "../../shared/door/crowd.ts";
import { lobbyOf, type Lobby } from "../../shared/door/door.ts";
import type { Invitation } from "../../shared/door/invitation.ts";
import { knockAt, openPass, revealTo, type Knocking, type MetKeeper } from "../../shared/door/newcomer.ts";
import { openNote, sealNote, type LobbyNote, type RevealNote } from "../../shared/door/notes.ts";
import type { Pass } from "../../shared/door/pass.ts";
import { Listeners } from "../../shared/listeners.ts";
import type { Profile } from "../../shared/meeting/shapes.ts";
import { report } from "../../shared/report.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LobbyLine, OpenLobby } from "../transport/lobby-line.ts";
import type { DoorVisit, EnterFailure, VisitView } from "./door.ts";
import { createVoice, type KeptVoice } from "./keyring.ts";
import type { MeetingSession } from "./meeting-session.ts";
import { isLongEnoughPin } from "./pin.ts";

/** A voice that was made at the door: its secrets are kept only once it was let in. */
export interface Arrival {
  readonly voice: KeptVoice;
  readonly secrets: Bytes;
  readonly profile: Profile;
  readonly pin: string | null;
}

export interface VisitPorts {
  readonly invitation: Invitation;
  readonly openLobby: OpenLobby;
  /** Goes in with what the keeper gave. */
  readonly enter: (pass: Pass, arrival: Arrival) => Promise<Result<MeetingSession, EnterFailure>>;
}

const BEAT_MS = SAY_HERE_MS / 2;
/** After so many beats without a word from a keeper that is said, and another knock is tried. */
const PATIENCE_BEATS = 8;

const OUTSIDE: VisitView = {
  stage: "outside",
  profile: null,
  connected: false,
  pictures: null,
  isUnanswered: false,
  session: null,
  failed: null,
};

/** Stands at the door that an invitation leads to. */
export async function visitDoor(ports: VisitPorts): Promise<DoorVisit> {
  return new Visit(ports, await lobbyOf(ports.invitation.door));
}

class Visit implements DoorVisit {
  readonly #ports: VisitPorts;
  readonly #lobby: Lobby;
  readonly #line: LobbyLine;
  readonly #listeners = new Listeners();
  readonly #beat: ReturnType<typeof setInterval>;
  #view = OUTSIDE;
  #arrival: Arrival | null = null;
  #knocking: Knocking | null = null;
  #met: { readonly met: MetKeeper; readonly reveal: RevealNote; isHeard: boolean } | null = null;
  #silentBeats = 0;
  /** Notes are read one after the other. */
  #reading = Promise.resolve();
  #unread = 0;

  constructor(ports: VisitPorts, lobby: Lobby) {
    this.#ports = ports;
    this.#lobby = lobby;
    this.#line = ports.openLobby({ topic: lobby.topic, signaling: ports.invitation.signaling });
    this.#line.onHeard((data) => {
      if (this.#unread >= MOST_UNREAD) return;
      this.#unread += 1;
      this.#reading = this.#reading
        .then(() => this.#hear(data))
        .catch(report)
        .finally(() => (this.#unread -= 1));
    });
    this.#line.onConnection((connected) => {
      this.#show({ connected });
      if (connected) this.#say();
    });
    this.#beat = setInterval(() => this.#tick(), BEAT_MS);
  }

  view(): VisitView {
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  async knock(profile: Profile, pin: string | null): Promise<Result<null, "pin-too-short">> {
    if (pin !== null && !isLongEnoughPin(pin)) return no("pin-too-short");
    if (this.#arrival !== null) return ok(null);
    const { voice, secrets } = await createVoice();
    this.#arrival = { voice, secrets, profile, pin };
    this.#show({ stage: "knocking", profile });
    await this.#knockAnew();
    return ok(null);
  }

  leave(): void {
    clearInterval(this.#beat);
    this.#line.close();
    if (this.#view.stage !== "entering" && this.#view.stage !== "inside") this.#arrival?.secrets.fill(0);
    this.#listeners.clear();
  }

  /** Each knock is one try: it has pictures of its own. */
  async #knockAnew(): Promise<void> {
    if (this.#arrival === null) return;
    const { id, keys, receiving } = this.#arrival.voice;
    const at = { meeting: this.#ports.invitation.meeting, topic: this.#lobby.topic };
    this.#met = null;
    this.#knocking = await knockAt(at, { id, privateKey: keys.privateKey, receiving });
    this.#say();
  }

  #tick(): void {
    if (this.#view.stage !== "knocking" && this.#view.stage !== "waiting") return;
    this.#silentBeats += 1;
    if (this.#silentBeats >= PATIENCE_BEATS) {
      this.#silentBeats = 0;
      this.#show({ stage: "knocking", pictures: null, isUnanswered: true });
      void this.#knockAnew().catch(report);
      return;
    }
    this.#say();
  }

  /** Says whatever the keeper has yet to hear. */
  #say(): void {
    if (this.#knocking === null) return;
    if (this.#met === null) this.#publish(this.#knocking.note);
    else if (!this.#met.isHeard) this.#publish(this.#met.reveal);
    else this.#publish({ kind: "here", knock: this.#knocking.note.knock });
  }

  #publish(note: LobbyNote): void {
    sealNote(this.#lobby, note).then((sealed) => this.#line.say(sealed), report);
  }

  async #hear(data: unknown): Promise<void> {
    const knocking = this.#knocking;
    const arrival = this.#arrival;
    if (knocking === null || arrival === null) return;
    const note = await openNote(this.#lobby, data);
    if (note?.knock !== knocking.note.knock || this.#knocking !== knocking) return;
    switch (note.kind) {
      case "answer": {
        if (this.#met !== null) return;
        const revealed = await revealTo(knocking, note, this.#ports.invitation.keepers, arrival.profile);
        if (revealed === null || this.#knocking !== knocking) return;
        this.#met = { ...revealed, isHeard: false };
        this.#heard();
        this.#say();
        return;
      }
      case "kept":
        if (this.#met?.met.keeper !== note.keeper) return;
        this.#met.isHeard = true;
        this.#heard();
        return;
      case "let-in": {
        const pass = this.#met === null ? null : await openPass(knocking, this.#met.met, note);
        if (pass !== null) await this.#enter(pass, arrival);
        return;
      }
      case "here":
      case "knock":
      case "reveal":
        // What newcomers say, this one among them.
        return;
    }
  }

  #heard(): void {
    this.#silentBeats = 0;
    this.#show({ stage: "waiting", pictures: this.#met?.met.pictures ?? null, isUnanswered: false });
  }

  async #enter(pass: Pass, arrival: Arrival): Promise<void> {
    if (this.#view.stage === "entering" || this.#view.stage === "inside") return;
    this.#show({ stage: "entering" });
    // Whoever keeps the secrets wipes what it was handed; if that fails, they are needed again.
    const entered = await this.#ports.enter(pass, { ...arrival, secrets: arrival.secrets.slice() });
    if (!entered.ok) {
      this.#show({ stage: "waiting", failed: entered.reason });
      return;
    }
    arrival.secrets.fill(0);
    clearInterval(this.#beat);
    this.#line.close();
    this.#show({ stage: "inside", session: entered.value, failed: null });
  }

  #show(change: Partial<VisitView>): void {
    this.#view = { ...this.#view, ...change };
    this.#listeners.notify();
  }
}
