import * as v from "valibot";
import { Listeners } from "../../shared/listeners.ts";
import { isAllowedHere } from "./allowed-here.ts";
import { OriginKnock } from "./origin-knock.ts";

/** What is published in one lobby, over every signaling server there is. Notes are sealed by whoever says them. */
export interface LobbyLine {
  /** Says a note to everyone in the lobby now. Who comes later does not hear it, so what matters is said again. */
  say(note: string): void;
  /** Whatever was published in the lobby: anyone who knows its topic can, so it has to be opened before it counts. */
  onHeard(listener: (note: unknown) => void): () => void;
  /** Whether a signaling server answers, now and whenever that changes. */
  onConnection(listener: (connected: boolean) => void): () => void;
  close(): void;
}

/** Opens the lobby of this topic on the given signaling servers. */
export type OpenLobby = (wish: { readonly topic: string; readonly signaling: readonly string[] }) => LobbyLine;

const PublishedSchema = v.object({ type: v.literal("publish"), topic: v.string(), data: v.unknown() });

const RETRY_MS = [500, 1000, 2000];
const RETRY_LATER_MS = 4000;
/** Chromium delays all sockets of a page that has seen some fifteen fail, those of the meeting too. */
const RETRY_SILENT_MS = 20_000;
const LOOK_MS = 1000;
const PING_LOOKS = 2;
const SILENT_MS = 7000;

/** One lobby over real WebSockets, each of which is opened again for as long as the lobby is open. */
export const openLobby: OpenLobby = ({ topic, signaling }) => {
  const heard = new Listeners<[note: unknown]>();
  const connections = new Listeners<[connected: boolean]>();
  let told = false;

  function tell(): void {
    const connected = lines.some((line) => line.isOpen());
    if (connected === told) return;
    told = connected;
    connections.notify(connected);
  }

  const lines = [...new Set(signaling)].filter(isAllowedHere).map((url) =>
    keepOpen(url, {
      opened: (send) => {
        send({ type: "subscribe", topics: [topic] });
        tell();
      },
      closed: tell,
      received(message) {
        const published = v.safeParse(PublishedSchema, message);
        if (published.success && published.output.topic === topic) heard.notify(published.output.data);
      },
    }),
  );

  return {
    say(note) {
      for (const line of lines) line.send({ type: "publish", topic, data: note });
    },
    onHeard: (listener) => heard.subscribe(listener),
    onConnection(listener) {
      const leave = connections.subscribe(listener);
      listener(told);
      return leave;
    },
    close() {
      for (const line of lines) line.close();
    },
  };
};

interface Events {
  opened(send: (message: object) => void): void;
  closed(): void;
  received(message: unknown): void;
}

/** A socket that is opened again whenever it closes or falls silent. */
function keepOpen(url: string, events: Events) {
  let socket: WebSocket | null = null;
  let tries = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let heardAtMs = 0;
  let isClosed = false;
  let looks = 0;
  const knock = new OriginKnock(url, () => {
    if (isOpen() || isClosed) return;
    if (socket !== null) abandon(socket);
    clearTimeout(retry);
    open();
  });

  const isOpen = (): boolean => socket?.readyState === WebSocket.OPEN;

  function send(message: object): void {
    if (isOpen()) socket?.send(JSON.stringify(message));
  }

  function open(): void {
    const own = new WebSocket(url);
    socket = own;
    heardAtMs = performance.now();
    own.onopen = () => {
      tries = 0;
      knock.heard();
      events.opened(send);
    };
    own.onmessage = ({ data }: MessageEvent<unknown>) => {
      heardAtMs = performance.now();
      const message = parseJson(data);
      if (message !== undefined) events.received(message);
    };
    own.onclose = () => {
      lost(own);
    };
  }

  /** A socket that does not even close any more is let go of all the same. */
  function lost(own: WebSocket): void {
    if (socket !== own) return;
    abandon(own);
    if (isClosed) return;
    retry = setTimeout(open, RETRY_MS[tries] ?? (knock.isSilent ? RETRY_SILENT_MS : RETRY_LATER_MS));
    tries += 1;
  }

  function abandon(own: WebSocket): void {
    socket = null;
    own.onclose = own.onmessage = own.onopen = null;
    own.close();
    events.closed();
  }

  const watch = setInterval(() => {
    looks += 1;
    if (!isOpen()) knock.knock();
    if (socket === null) return;
    if (performance.now() - heardAtMs > SILENT_MS) lost(socket);
    else if (looks % PING_LOOKS === 0) send({ type: "ping" });
  }, LOOK_MS);
  open();

  return {
    isOpen,
    send,
    close() {
      isClosed = true;
      clearTimeout(retry);
      clearInterval(watch);
      if (socket !== null) lost(socket);
    },
  };
}

function parseJson(data: unknown): unknown {
  if (typeof data !== "string") return undefined;
  try {
    return JSON.parse(data);
  } catch {
    // No message of the protocol: as good as not sent.
    return undefined;
  }
}
