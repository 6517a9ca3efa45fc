import { randomBytes } from "node:crypto";
import { createClient } from "redis";

import type { Exchange } from "../exchange/exchange.ts";

/** An exchange by way of a Redis server. */
export interface RedisExchange extends Exchange {
  /** Whether it reaches the server now. It goes on trying when it does not. */
  readonly isConnected: boolean;
  close(): void;
}

const PREFIX = "polyphony:";
const SENDER_BYTES = 16;

/** While more than this waits to reach the server, nothing more is sent. */
const ON_THE_WAY_BYTES = 64 * 1024 * 1024;

const PING_MS = 2000;
const SILENT_MS = 6000;

/** How long to wait before trying to connect again. */
const retryAfterMs = (retries: number) => Math.min(2000, 100 * 2 ** Math.min(retries, 5)) + Math.random() * 200;

/**
 * Reaches other instances by Redis pub/sub. `changed` is told whenever the server begins or ceases to answer. What is
 * published while it does not answer is lost, as on any network.
 */
export function createRedisExchange(url: string, changed: (isConnected: boolean) => void): RedisExchange {
  const self = randomBytes(SENDER_BYTES);
  const listeners = new Map<string, (message: Buffer) => void>();
  const subscribed = new Set<string>();
  /** Channels for which the server has yet to answer. */
  const changing = new Set<string>();
  const options = {
    url,
    disableOfflineQueue: true,
    pingInterval: PING_MS,
    socket: { reconnectStrategy: retryAfterMs, connectTimeout: SILENT_MS, socketTimeout: SILENT_MS },
  };
  // A connection that hears can do nothing else.
  const speaker = createClient(options);
  const hearer = createClient(options);
  let wasConnected = false;
  let onTheWay = 0;

  const isConnected = () => speaker.isReady && hearer.isReady;

  function look(): void {
    if (isConnected() === wasConnected) return;
    wasConnected = isConnected();
    changed(wasConnected);
  }

  /** One and the same for all channels: the client takes a listener that it has already for the same. */
  function take(message: Buffer, channel: Buffer): void {
    if (message.subarray(0, SENDER_BYTES).equals(self)) return;
    listeners.get(channel.toString("utf8"))?.(message.subarray(SENDER_BYTES));
  }

  /**
   * Makes the server's list ours, one step after the other for each channel: asked to subscribe while it unsubscribes, the client
   * would take the channel for one that it hears. What fails here is made good when the connection is there again.
   */
  function follow(name: string): void {
    if (!hearer.isReady || changing.has(name) || listeners.has(name) === subscribed.has(name)) return;
    const isWanted = listeners.has(name);
    if (isWanted) subscribed.add(name);
    else subscribed.delete(name);
    changing.add(name);
    const done = isWanted ? hearer.subscribe(name, take, true) : hearer.unsubscribe(name, take, true);
    done.then(
      () => {
        changing.delete(name);
        follow(name);
      },
      () => {
        changing.delete(name);
        if (isWanted) subscribed.delete(name);
        else subscribed.add(name);
      },
    );
  }

  hearer.on("ready", () => {
    for (const name of new Set([...listeners.keys(), ...subscribed])) follow(name);
  });
  for (const client of [speaker, hearer]) {
    client.on("ready", look);
    // Each is followed by another attempt; `changed` tells what it means.
    client.on("error", look);
    client.on("reconnecting", look);
    client.on("end", look);
    // Rejects only when it is closed before it was ever connected.
    client.connect().catch(look);
  }

  return {
    get isConnected() {
      return isConnected();
    },

    hear(channel, listener) {
      const name = PREFIX + channel;
      listeners.set(name, listener);
      follow(name);
      return () => {
        // A newer listener of the same channel stays.
        if (listeners.get(name) !== listener) return;
        listeners.delete(name);
        follow(name);
      };
    },

    async publish(channel, message) {
      const name = PREFIX + channel;
      const { length } = message;
      if (!speaker.isReady || onTheWay > ON_THE_WAY_BYTES) return false;
      onTheWay += length;
      try {
        const heardBy = await speaker.publish(name, Buffer.concat([self, message]));
        return heardBy > (subscribed.has(name) ? 1 : 0);
      } catch {
        // The connection broke meanwhile: the message reached nobody as far as is known.
        return false;
      } finally {
        onTheWay -= length;
      }
    },

    close() {
      for (const client of [speaker, hearer]) if (client.isOpen) client.destroy();
    },
  };
}
