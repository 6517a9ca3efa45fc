import * as v from "valibot";

/**
 * What laptops tell each other through a signaling server, before sealing: y-webrtc's notes with two additions.
 *
 * - `announce`: "I am here." Addressed (`to`) it asks that laptop for an offer. `with` names the laptops its sender holds
 *   a connection to, open or being made, so that one who is not named though it holds one knows that it is dead. `relay` is
 *   its sender's address at the relay beside this signaling server, while that relay answers.
 * - `signal`: a part of WebRTC's negotiation. `attempt` tells the parts of one attempt from those of another.
 */
const peerId = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
const attempt = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
const sdp = v.pipe(v.string(), v.maxLength(32 * 1024));

/** A `signal` event of simple-peer; `renegotiate` and `transceiverRequest` have no use where only data is carried. */
const SignalSchema = v.variant("type", [
  v.object({ type: v.literal("offer"), sdp }),
  v.object({ type: v.literal("answer"), sdp }),
  v.object({
    type: v.literal("candidate"),
    candidate: v.object({
      candidate: v.pipe(v.string(), v.maxLength(1024)),
      sdpMLineIndex: v.nullable(v.number()),
      sdpMid: v.nullable(v.pipe(v.string(), v.maxLength(64))),
    }),
  }),
]);

const AnnounceSchema = v.object({
  type: v.literal("announce"),
  from: peerId,
  to: v.optional(peerId),
  with: v.pipe(v.array(peerId), v.maxLength(64)),
  relay: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))),
});

const SignalNoteSchema = v.object({
  type: v.literal("signal"),
  from: peerId,
  to: peerId,
  token: v.number(),
  attempt,
  signal: SignalSchema,
});

export const NoteSchema = v.variant("type", [AnnounceSchema, SignalNoteSchema]);

/** The notes that y-webrtc itself hands to its signaling connection. */
export const OwnNoteSchema = v.variant("type", [
  v.object({ type: v.literal("announce"), from: peerId }),
  v.object({ type: v.literal("signal"), from: peerId, to: peerId, token: v.number(), signal: SignalSchema }),
]);

export type Note = v.InferOutput<typeof NoteSchema>;
