import * as v from "valibot";
import type { SignalingLimits } from "./limits.ts";

/**
 * y-webrtc's signaling protocol, JSON text frames both ways:
 *
 * - `subscribe` / `unsubscribe` with `topics`: begin or cease to hear what is published to them.
 * - `publish` with `topic` and `data`: reaches every other subscriber as it is. The server does not read `data`;
 *   Polyphony's laptops put sealed text there.
 * - `ping`: answered by `pong`, so that a client can tell a dead line from a quiet one.
 */
export type ClientMessage =
  | { readonly type: "ping" }
  | { readonly type: "publish"; readonly topic: string; readonly data: unknown }
  | { readonly type: "subscribe"; readonly topics: readonly string[] }
  | { readonly type: "unsubscribe"; readonly topics: readonly string[] };

/** Reads one frame; null for whatever is not a message of the protocol within the limits. */
export type ParseMessage = (frame: string) => ClientMessage | null;

/** Makes the reader of frames for given limits. */
export function createMessageParser(limits: SignalingLimits): ParseMessage {
  const topic = v.pipe(v.string(), v.minLength(1), v.maxLength(limits.topicLength));
  const topics = v.pipe(v.array(topic), v.maxLength(limits.topicsPerConnection));
  const schema = v.variant("type", [
    v.object({ type: v.literal("ping") }),
    v.object({ type: v.literal("publish"), topic, data: v.unknown() }),
    v.object({ type: v.literal("subscribe"), topics }),
    v.object({ type: v.literal("unsubscribe"), topics }),
  ]);
  return (frame) => {
    const parsed = v.safeParse(schema, parseJson(frame));
    return parsed.success ? parsed.output : null;
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: undefined fits no message, so the caller refuses it like any other malformed frame.
    return undefined;
  }
}
