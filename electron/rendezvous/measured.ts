import type { Relay } from "../relay/create-relay.ts";
import type { Signaling } from "../signaling/create-signaling.ts";
import type { Measure } from "./measures.ts";

/** What a rendezvous counts. None of it tells who speaks to whom, under which topic, or from where. */
export function measuresOf(
  signaling: Signaling,
  relay: Relay,
  own: { readonly refused: () => number; readonly exchange: { readonly isConnected: boolean } | null },
): readonly Measure[] {
  const now = (name: string, help: string, value: () => number) => ({ name, help, value, grows: false });
  const soFar = (name: string, help: string, value: () => number) => ({ name, help, value, grows: true });
  const { exchange } = own;
  return [
    now("polyphony_signaling_connections", "WebSockets of signaling now", () => signaling.connections),
    now("polyphony_relay_connections", "WebSockets of the relay now", () => relay.connections),
    soFar("polyphony_signaling_delivered_total", "Notes delivered to clients here", () => signaling.delivered),
    soFar("polyphony_relay_frames_total", "Frames relayed", () => relay.figures().frames),
    soFar("polyphony_relay_bytes_total", "Bytes relayed", () => relay.figures().bytes),
    soFar("polyphony_relay_not_there_total", "Frames for a client that was not there", () => relay.figures().notThere),
    soFar("polyphony_relay_cut_off_total", "Clients cut off because they took nothing", () => relay.figures().cutOff),
    soFar("polyphony_upgrades_refused_total", "WebSockets of other paths or of strange pages", own.refused),
    ...(exchange === null
      ? []
      : [now("polyphony_redis_connected", "1 while Redis answers", () => (exchange.isConnected ? 1 : 0))]),
  ];
}
