import { no, ok } from "../../shared/result.ts";
import type { PassphraseLock } from "../../shared/shell.ts";
import type { Lock } from "../../renderer/unlock/Unlock.tsx";

/** A lock for the screens only: it holds a passphrase and keeps nothing. The real one is tried in `test/e2e/vault`. */
export class PlayedLock implements Lock, PassphraseLock {
  emptied = false;
  #passphrase: string | null;

  constructor(passphrase: string | null) {
    this.#passphrase = passphrase;
  }

  open = async (passphrase: string) => (passphrase === this.#passphrase ? ok(null) : no("passphrase-wrong"));

  startEmpty = async () => {
    this.emptied = true;
    return ok(null);
  };

  isSet = async () => ok(this.#passphrase !== null);

  change = async ({ present, next }: { readonly present: string | null; readonly next: string | null }) => {
    if (present !== this.#passphrase) return no("passphrase-wrong");
    this.#passphrase = next;
    return ok(null);
  };
}
