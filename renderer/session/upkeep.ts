import { report } from "../../shared/report.ts";
import { Duties, type DutiesPorts } from "./duties.ts";
import { Erasing, type ErasingPorts } from "./erasing.ts";

/**
 * What has to be looked after when something has been stated, or when a moment comes in which nothing is being written: letting
 * go, keys that were given, and what this laptop does for its voices.
 */
export class Upkeep {
  readonly #ports: DutiesPorts & ErasingPorts;
  readonly #erasing: Erasing;
  readonly #duties: Duties;
  #takingKeys: Promise<void> = Promise.resolve();
  #isOpen = false;

  constructor(ports: DutiesPorts & ErasingPorts) {
    this.#ports = ports;
    this.#erasing = new Erasing(ports);
    this.#duties = new Duties(ports);
  }

  /** From now on voices here do what is theirs to do: what this laptop had kept has been taken in. */
  async open(): Promise<void> {
    await this.#takeKeys();
    this.#isOpen = true;
    this.attend();
  }

  /** Something was stated. */
  afterStatement(): void {
    this.#erasing.attend();
    void this.#takeKeys();
    this.attend();
  }

  /** Nothing that was written here is on its way to be saved. True: the summary was made anew. */
  atRest(): boolean {
    const isAnew = this.#erasing.attendToSummary();
    this.attend();
    return isAnew;
  }

  /** Has the voices here do what is theirs to do. */
  attend(): void {
    if (this.#isOpen) void this.#duties.attend();
  }

  /** Takes the keys that were given to voices here, and what only they open. */
  #takeKeys(): Promise<void> {
    const { keys, ledger, voices, intake } = this.#ports;
    const take = async (): Promise<void> => {
      while (await keys.take(ledger.state.meeting, voices())) await intake.reopen();
      this.attend();
    };
    // The next keys are taken in any case.
    this.#takingKeys = this.#takingKeys.then(take).catch(report);
    return this.#takingKeys;
  }
}
