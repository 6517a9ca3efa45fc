/** A server that helps two browsers find a way to each other, in the shape of WebRTC's RTCIceServer. */
export interface IceServer {
  readonly urls: readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** The frame that tells a client which of them to use from now on. y-webrtc passes over types it does not know. */
export function iceFrame(iceServers: readonly IceServer[]): string {
  return JSON.stringify({ type: "ice", iceServers });
}
