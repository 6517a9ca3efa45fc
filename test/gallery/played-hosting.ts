import { Listeners } from "../../shared/listeners.ts";
import { no, ok } from "../../shared/result.ts";
import type { Hosting, HostingView, NearbyRoom } from "../../shared/shell.ts";

const CLOSED: HostingView = { isOpen: false, addresses: [], fingerprint: null, words: null, nearby: [] };

/** What a laptop that hosts shows of itself while its room is open. */
const OPEN = {
  isOpen: true,
  addresses: ["https://192.168.178.23:4807/", "https://169.254.12.201:4807/"],
  fingerprint: "9f2c41ab07d3e5c8b6a1d4f0927e3c5588aa00b1c2d3e4f5061728394a5b6c7d",
  words: "blue kettle",
} as const;

/** A laptop that hosts, without a network: a test says how things stand, and what comes of opening the room. */
export class PlayedHosting implements Hosting {
  /** Opening is refused. */
  refuses = false;
  /** Opening takes until this resolves. */
  holdUntil: Promise<void> = Promise.resolve();
  readonly #listeners = new Listeners();
  readonly #found: readonly NearbyRoom[];
  #view: HostingView;

  constructor(told: Partial<HostingView> = {}, found: readonly NearbyRoom[] = []) {
    this.#view = { ...CLOSED, ...told };
    this.#found = found;
  }

  static open(told: Partial<HostingView> = {}): PlayedHosting {
    return new PlayedHosting({ ...OPEN, ...told });
  }

  /** Has the screen be told this; what is left out stays. */
  tell(told: Partial<HostingView>): void {
    this.#view = { ...this.#view, ...told };
    this.#listeners.notify();
  }

  view = (): HostingView => this.#view;
  subscribe = (listener: () => void): (() => void) => this.#listeners.subscribe(listener);

  openRoom = async () => {
    await this.holdUntil;
    if (this.refuses) return no("not-hosting");
    this.tell(OPEN);
    return ok(null);
  };

  /** What is offered to whoever types the address. */
  offered: string | null = null;

  offer = (invitation: string | null): Promise<void> => {
    this.offered = invitation;
    return Promise.resolve();
  };

  /** What is near is found only when somebody looks. */
  lookAround = async (): Promise<void> => {
    this.tell({ nearby: this.#found });
  };

  closeRoom = async (): Promise<void> => {
    const { nearby } = this.#view;
    this.tell({ ...CLOSED, nearby });
  };
}
