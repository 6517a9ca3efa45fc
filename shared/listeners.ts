import { attempt } from "./report.ts";

/**
 * Those who want to hear of something. Each of them is called, whatever the others do: what a listener throws is reported,
 * and neither the other listeners nor the caller of `notify` notice.
 */
export class Listeners<Args extends readonly unknown[] = []> {
  /** One for each subscription, so that the same function may subscribe twice. */
  readonly #subscriptions = new Set<{ readonly listener: (...args: Args) => void }>();

  get isEmpty(): boolean {
    return this.#subscriptions.size === 0;
  }

  /** Calls `listener` at every `notify`, until the returned function is called. */
  subscribe(listener: (...args: Args) => void): () => void {
    const subscription = { listener };
    this.#subscriptions.add(subscription);
    return () => {
      this.#subscriptions.delete(subscription);
    };
  }

  /** Calls everyone who is subscribed now. Who unsubscribes meanwhile is not called; who subscribes meanwhile hears the next. */
  notify(...args: Args): void {
    for (const subscription of [...this.#subscriptions]) {
      if (this.#subscriptions.has(subscription)) attempt(() => subscription.listener(...args));
    }
  }

  clear(): void {
    this.#subscriptions.clear();
  }
}
