/**
 * How several instances of a server act as one: what one publishes under a channel reaches the others that hear that
 * channel. Nothing is kept. Messages of one instance under one channel arrive in their order, once or, while the instances
 * cannot reach each other, not at all.
 */
export interface Exchange {
  /** Hears what other instances publish under a channel, and nothing of one's own. Returns how to cease. */
  hear(channel: string, listener: (message: Buffer) => void): () => void;
  /**
   * Publishes to the other instances. Resolves to whether any of them hears the channel; to false when they cannot be
   * reached. Never rejects.
   */
  publish(channel: string, message: Buffer): Promise<boolean>;
}
