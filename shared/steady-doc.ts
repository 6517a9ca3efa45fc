import * as Y from "yjs";
import { attempt } from "./report.ts";

/**
 * A document that goes on when one of its event handlers throws. In a plain `Y.Doc` the handlers after it are not called;
 * and if it was a handler of "update", Yjs never finishes that transaction and emits nothing any more.
 *
 * Observers of a type (`observe`, `observeDeep`) are not events. Yjs calls all of them, finishes, and then throws the first
 * error out of `transact` or `applyUpdate`.
 */
export class SteadyDoc extends Y.Doc {
  override emit(name: string, args: readonly unknown[]): void {
    const handlers: Iterable<(...given: readonly unknown[]) => void> = this._observers.get(name) ?? [];
    for (const handler of [...handlers]) attempt(() => handler(...args));
  }
}
