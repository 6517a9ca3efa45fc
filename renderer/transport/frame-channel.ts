/** What a `FramedChannel` needs of whatever carries its frames, in order. An `RTCDataChannel` is one. */
export interface FrameChannel {
  readonly label: string;
  readonly readyState: RTCDataChannelState;
  /** Bytes that were sent and have not left this machine yet. */
  readonly bufferedAmount: number;
  bufferedAmountLowThreshold: number;
  binaryType: BinaryType;
  onmessage: ((event: MessageEvent<unknown>) => void) | null;
  onopen: ((event: Event) => void) | null;
  onclose: ((event: Event) => void) | null;
  onerror: ((event: RTCErrorEvent) => void) | null;
  onbufferedamountlow: ((event: Event) => void) | null;
  /** Throws unless the channel is open. */
  send(frame: Uint8Array<ArrayBuffer>): void;
  close(): void;
}
