import { isEditLetGoOf, isStatementLetGoOf, letGoSoFar } from "../../shared/consent/erasure.ts";
import { foldMeeting } from "../../shared/meeting/fold.ts";
import { docOfUtterance, SUMMARY_DOC } from "../../shared/meeting/owned-id.ts";
import type { Carrier } from "../transport/carrier.ts";
import type { Drafts } from "./drafts.ts";
import type { Intake } from "./intake.ts";
import type { Ledger } from "./ledger.ts";
import type { LettingGo } from "./letting-go.ts";
import type { Summary } from "./summary-desk.ts";
import type { TextShelf } from "./text-shelf.ts";

export interface ErasingPorts {
  readonly ledger: Ledger;
  readonly shelf: TextShelf;
  readonly drafts: Drafts;
  readonly summary: Summary;
  readonly intake: Intake;
  readonly carrier: Carrier;
  readonly lettingGo: LettingGo;
  /** Whether everything written here is saved and believed. */
  readonly isIdle: () => boolean;
}

const NOTHING = letGoSoFar(foldMeeting([]));

/**
 * Has every part of the meeting let go of what the record has let go of: memory first, so that nothing of it is shown or
 * sent, then the wire, then the vault.
 */
export class Erasing {
  readonly #ports: ErasingPorts;
  #done = NOTHING;
  #isSummaryLeft = false;

  constructor(ports: ErasingPorts) {
    this.#ports = ports;
  }

  /** Lets go of whatever is to be let go of now. To be called after every statement. True: there was something. */
  attend(): boolean {
    const { ledger, shelf, drafts, intake, carrier, lettingGo } = this.#ports;
    const { meeting } = ledger.state;
    const wanted = letGoSoFar(meeting);
    // What comes late may be meant by what was let go of long ago: a draft for consent that quotes withdrawn words, say.
    const dropped = ledger.letGo((stated) => isStatementLetGoOf(meeting, stated.body, stated));
    if (wanted === this.#done && dropped.length === 0 && !lettingGo.isBehind) return false;
    this.#done = wanted;
    for (const stated of dropped) lettingGo.dropStatement(stated);
    drafts.closeErased(meeting.erased);
    shelf.letGo((utterance, place) => isEditLetGoOf(meeting, docOfUtterance(utterance), place));
    this.#isSummaryLeft = true;
    this.attendToSummary();
    intake.letGo();
    carrier.screen(lettingGo.keep);
    lettingGo.sweep();
    return true;
  }

  /** The summary is made anew only between two keys: what is written here and not saved yet must not be lost. */
  attendToSummary(): boolean {
    const { ledger, summary, isIdle } = this.#ports;
    if (!this.#isSummaryLeft || !isIdle()) return false;
    this.#isSummaryLeft = false;
    const { meeting } = ledger.state;
    return summary.letGo((place) => isEditLetGoOf(meeting, SUMMARY_DOC, place));
  }
}
