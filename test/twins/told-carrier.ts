import type { OpenCarrier } from "../../renderer/session/local-meetings.ts";
import { ALONE, type Connection } from "../../renderer/transport/carrier.ts";

/** A carrier of which a test says how things stand with the others. What is put goes its way all the same. */
export class ToldCarrier {
  readonly #listeners = new Set<() => void>();
  readonly #opens: OpenCarrier;
  #told: Partial<Connection> = {};

  constructor(opens: OpenCarrier) {
    this.#opens = opens;
  }

  /** Has the screen be told this, whatever is so; what is left out is told as it is. */
  tell(told: Partial<Connection>): void {
    this.#told = told;
    for (const again of this.#listeners) again();
  }

  readonly open: OpenCarrier = (options) => {
    const carrier = this.#opens(options);
    return {
      ...carrier,
      onConnection: (listener) => {
        let so = ALONE;
        const again = () => {
          listener({ ...so, ...this.#told });
        };
        this.#listeners.add(again);
        const leave = carrier.onConnection((connection) => {
          so = connection;
          again();
        });
        return () => {
          this.#listeners.delete(again);
          leave();
        };
      },
    };
  };
}
