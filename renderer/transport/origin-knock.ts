/** How long a server may take to answer, also one that is far away. */
const PATIENCE_MS = 4000;
/** A packet that is lost is sent again ever later, so the next knock does not wait for the one before. */
const MOST_AT_ONCE = 4;

/**
 * Notices when the server that this page came from is back. Chromium delays the WebSockets of a page that has seen some of them
 * fail, so they cannot be tried often; plain requests can.
 */
export class OriginKnock {
  readonly #page: string | null;
  readonly #isBack: () => void;
  #underWay = 0;
  #wasSilent = false;

  /** For the server at a `ws:` or `wss:` URL, if the page came from it; else it never knocks. `isBack` is called once for each silence. */
  constructor(signaling: string, isBack: () => void) {
    this.#page = new URL(signaling).host === location.host ? new URL("/", location.href).href : null;
    this.#isBack = isBack;
  }

  /** Whether the last knock was in vain: a socket would be tried in vain as well. */
  get isSilent(): boolean {
    return this.#wasSilent;
  }

  /** A socket has opened: whatever comes next is another silence. */
  heard(): void {
    this.#wasSilent = false;
  }

  /** Knocks. To be called about once a second while the server does not answer. */
  knock(): void {
    if (this.#page === null || this.#underWay >= MOST_AT_ONCE) return;
    this.#underWay += 1;
    const request = { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) } as const;
    fetch(this.#page, request).then(
      () => {
        this.#underWay -= 1;
        const isBack = this.#wasSilent;
        this.#wasSilent = false;
        if (isBack) this.#isBack();
      },
      () => {
        // Nobody answers, which is what was to be found out.
        this.#underWay -= 1;
        this.#wasSilent = true;
      },
    );
  }
}
