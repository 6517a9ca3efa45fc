/** How long a server on the same network may take to answer. */
const PATIENCE_MS = 1000;

/**
 * Notices when the server that this page came from is back. Chromium delays the WebSockets of a page that has seen some of them
 * fail, so they cannot be tried often; plain requests can.
 */
export class OriginKnock {
  readonly #page: string | null;
  readonly #isBack: () => void;
  #isUnderWay = false;
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

  /** Knocks, unless it is knocking. To be called about once a second while the server does not answer. */
  knock(): void {
    if (this.#page === null || this.#isUnderWay) return;
    this.#isUnderWay = true;
    const request = { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) } as const;
    fetch(this.#page, request).then(
      () => {
        this.#isUnderWay = false;
        const isBack = this.#wasSilent;
        this.#wasSilent = false;
        if (isBack) this.#isBack();
      },
      () => {
        // Nobody answers, which is what was to be found out.
        this.#isUnderWay = false;
        this.#wasSilent = true;
      },
    );
  }
}
