import { createHash } from "node:crypto";

import type { Exchange } from "../exchange/exchange.ts";
import type { Others } from "./switchboard.ts";

/** The switchboards of other instances, reached by an exchange. `hear` is given what they have for topics of ours. */
export function createOthers(exchange: Exchange, hear: (topic: string, frame: string) => void): Others {
  const ceasing = new Map<string, () => void>();
  return {
    begin(topic) {
      ceasing.set(
        topic,
        exchange.hear(channelOf(topic), (message) => hear(topic, message.toString("utf8"))),
      );
    },
    cease(topic) {
      ceasing.get(topic)?.();
      ceasing.delete(topic);
    },
    publish: (topic, frame) => void exchange.publish(channelOf(topic), Buffer.from(frame, "utf8")),
  };
}

/** A topic's name may be long, and is nobody's business between instances. */
function channelOf(topic: string): string {
  return `signaling:${createHash("sha256").update(topic).digest("base64url")}`;
}
