import { Listeners } from "../../shared/listeners.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import type { Vault } from "../../shared/shell.ts";
import type { DoorDesk } from "./door-desk.ts";
import type { Ledger } from "./ledger.ts";
import type { LocalVoices } from "./local-voices.ts";
import type { MeetingView } from "./meeting-session.ts";
import type { Saving } from "./saving.ts";
import type { Surroundings } from "./surroundings.ts";

/** What a picture is painted from. */
export interface Subject {
  readonly meeting: MeetingId;
  readonly door: DoorDesk;
  readonly vault: Pick<Vault, "keeps">;
  readonly ledger: Ledger;
  readonly voices: LocalVoices;
  readonly saving: Saving;
  readonly around: Surroundings;
}

/** What the screen is shown: painted anew when something in it has changed, and only when somebody looks. */
export class Picture {
  readonly #subject: Subject;
  readonly #listeners = new Listeners();
  #view: MeetingView | null = null;

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /** The same object until something changes. */
  view(): MeetingView {
    this.#view ??= paint(this.#subject);
    return this.#view;
  }

  subscribe(listener: () => void): () => void {
    return this.#listeners.subscribe(listener);
  }

  /** Tells whoever looks that something has changed. */
  change(): void {
    this.#view = null;
    this.#listeners.notify();
  }

  close(): void {
    this.#listeners.clear();
  }
}

function paint({ meeting, door, vault, ledger, voices, saving, around }: Subject): MeetingView {
  const { meeting: state, revisions, openRevision, agreed, unwitnessed } = ledger.state;
  return {
    meeting,
    state,
    revisions,
    openRevision,
    agreed,
    quarantines: ledger.quarantines,
    unwitnessed,
    localVoices: voices.ids,
    locked: voices.locked,
    withPin: voices.withPin,
    speakingAs: voices.speakingAs,
    present: around.present,
    saving: saving.now,
    keeps: vault.keeps ?? "disk",
    damaged: around.damaged,
    elsewhere: around.elsewhere,
    peers: around.connection.peers,
    direct: around.connection.direct,
    relayed: around.connection.relayed,
    seen: around.connection.seen,
    signaling: around.connection.signaling,
    via: around.via,
    door: door.view,
    invitation: door.link,
  };
}
