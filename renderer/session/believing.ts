import { observeTick, type ClaimedAt } from "../../shared/feed/clock.ts";
import { attempt } from "../../shared/report.ts";
import type { Believed } from "./believed.ts";
import type { FeedsSeen } from "./feeds-seen.ts";
import type { Intake } from "./intake.ts";
import type { Ledger } from "./ledger.ts";
import type { LettingGo } from "./letting-go.ts";
import type { Summary } from "./summary-desk.ts";
import type { TextShelf } from "./text-shelf.ts";

export interface BelievingPorts {
  readonly clock: { last: ClaimedAt };
  readonly feeds: FeedsSeen;
  readonly ledger: Ledger;
  readonly shelf: TextShelf;
  readonly summary: Summary;
  readonly lettingGo: LettingGo;
  readonly intake: Intake;
}

/** Hands facts that are proved and saved to whatever part of the meeting they are about. */
export class Believing {
  readonly #ports: BelievingPorts;

  constructor(ports: BelievingPorts) {
    this.#ports = ports;
  }

  /** True: something was stated, so that what is true may have changed, or something is to be let go of. */
  take(believed: readonly Believed[]): boolean {
    const { clock, feeds, lettingGo } = this.#ports;
    for (const { at, voice, entry } of believed) {
      clock.last = observeTick(clock.last, at, Date.now());
      feeds.see(voice, entry);
      lettingGo.meet(voice, entry.feed);
    }
    const standing = lettingGo.stillStanding(believed);
    // One fact that cannot be taken in keeps out none of the others.
    for (const one of standing) attempt(() => this.#takeOne(one));
    return lettingGo.isBehind || standing.some(({ fact }) => fact.kind === "statement" || fact.kind === "condensed");
  }

  #takeOne({ fact, voice, entry: { feed, seq } }: Believed): void {
    const { ledger, shelf, summary, intake } = this.#ports;
    const place = { voice, feed, seq };
    switch (fact.kind) {
      case "nothing-said":
        return;
      case "edit":
        if (fact.target === "summary") summary.add(fact.update, place);
        else shelf.add(fact.target, fact.update, place);
        return;
      case "condensed":
        // What comes before it in its feed shows already, unless everyone has let go of it.
        this.settleSummary();
        if (ledger.isLetIn(voice) && summary.isContradictedBy(fact.update)) {
          intake.stop({ feed, voice, fromSeq: seq, reason: "words-changed" });
          return;
        }
        summary.add(fact.update, place);
        ledger.add(fact.stated);
        return;
      case "statement":
        ledger.add(fact.stated);
    }
  }

  /** Shows in the summary what may be shown now. */
  settleSummary(): void {
    const { ledger, summary } = this.#ports;
    summary.settle(ledger.seed, (voice) => ledger.isLetIn(voice));
  }
}
