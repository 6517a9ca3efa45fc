import type { Exchange } from "../../electron/exchange/exchange.ts";

/** Instances in one process: each call gives one more, joined with all the others. */
export function memoryExchanges(): () => Exchange {
  const instances = new Set<Map<string, (message: Buffer) => void>>();
  return () => {
    const own = new Map<string, (message: Buffer) => void>();
    instances.add(own);
    return {
      hear(channel, listener) {
        own.set(channel, listener);
        return () => {
          if (own.get(channel) === listener) own.delete(channel);
        };
      },
      async publish(channel, message) {
        const hearers = [...instances].filter((instance) => instance !== own && instance.has(channel));
        const copy = Buffer.from(message);
        setImmediate(() => hearers.forEach((instance) => instance.get(channel)?.(Buffer.from(copy))));
        return hearers.length > 0;
      },
    };
  };
}
