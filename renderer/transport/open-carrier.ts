import type { Bytes } from "../../shared/crypto/bytes.ts";
import { Listeners } from "../../shared/listeners.ts";
import { attempt } from "../../shared/report.ts";
import { ALONE, type Carrier, type Connection } from "./carrier.ts";
import { TICK_MS } from "./link-health.ts";
import { isAnnounceDue } from "./reconnect-pace.ts";
import { createPeerLinks } from "./peer-link.ts";
import { Ledger } from "./holdings.ts";
import { createPresence } from "./presence.ts";
import { enterRoom } from "./room.ts";
import { WireDoc } from "./wire-doc.ts";

/** How long it takes until y-webrtc has forgotten a connection that was given up. */
const GONE_MS = 100;

/**
 * Opens the room `room` on the given signaling servers and carries entries between the laptops in it. `signalingKey`
 * (AES-256-GCM) seals what they say to each other there; whoever has not got it is not noticed.
 */
export function openCarrier(wish: {
  readonly room: string;
  readonly signalingKey: CryptoKey;
  readonly signaling: readonly string[];
}): Carrier {
  const entryListeners = new Listeners<[entries: readonly Bytes[]]>();
  const connectionListeners = new Listeners<[connection: Connection]>();
  let arrived: Bytes[] = [];
  let told = ALONE;

  function handOver(): void {
    if (arrived.length === 0 || entryListeners.isEmpty) return;
    const entries = arrived;
    arrived = [];
    entryListeners.notify(entries);
  }

  function tellConnection(): void {
    const { direct, relayed, seen } = room.count();
    const signaling = room.isSignaling();
    const connection = { peers: direct + relayed, direct, relayed, seen, lines: room.lines(), signaling };
    // A handful of numbers and URLs; whoever listens hears of changes only.
    if (JSON.stringify(connection) === JSON.stringify(told)) return;
    told = connection;
    connectionListeners.notify(connection);
  }

  const wire = new WireDoc((entries) => {
    // Outside of the Yjs transaction, which listeners must not see unfinished.
    if (arrived.length === 0) queueMicrotask(handOver);
    for (const bytes of entries) arrived.push(bytes);
  });
  const presence = createPresence(wire.doc);
  const links = createPeerLinks({
    client: presence.awareness.clientID,
    onGone: (client) => presence.forget(client),
    admitUpdate: (update) => wire.admit(update),
    ledger: new Ledger(wire),
    onChange: () => tellConnection(),
  });
  const room = enterRoom({
    topic: wish.room,
    key: wish.signalingKey,
    signaling: wish.signaling,
    doc: wire.doc,
    awareness: presence.awareness,
    links,
    onChange() {
      // When a server answers again, what is lost is given up at once: people are waiting for it.
      if (!wasSignaling && room.isSignaling()) giveUpLost();
      wasSignaling = room.isSignaling();
      tellConnection();
    },
  });

  let signalingTicks = 0;
  let wasSignaling = false;
  let isClosed = false;

  /** The others may have heard this laptop's last announce while they still took the old connection for a good one: it is said again. */
  function giveUpLost(): void {
    if (!links.giveUpLost(room.isSignaling())) return;
    setTimeout(() => {
      if (!isClosed) room.announce();
    }, GONE_MS);
  }

  const watchdog = setInterval(() => {
    const isSignaling = room.isSignaling();
    signalingTicks = isSignaling ? signalingTicks + 1 : 0;
    links.tick();
    giveUpLost();
    room.tick();
    tellConnection();
    if (isAnnounceDue(signalingTicks)) room.announce();
  }, TICK_MS);

  function close(): void {
    if (isClosed) return;
    isClosed = true;
    window.removeEventListener("pagehide", leave);
    clearInterval(watchdog);
    room.close();
    presence.close();
    wire.destroy();
  }

  /** Says goodbye, so that the others need not find out by themselves. */
  function leave(event: PageTransitionEvent): void {
    if (!event.persisted) close();
  }
  window.addEventListener("pagehide", leave);

  return {
    addSignaling: (urls) => room.addSignaling(urls),
    put: (entries) => wire.put(entries),
    screen: (keep) => wire.screen(keep),
    onEntries(listener) {
      queueMicrotask(handOver);
      return entryListeners.subscribe(listener);
    },
    showPresence: (bytes) => presence.show(bytes),
    onPresence: (listener) => presence.onChange(listener),
    onConnection(listener) {
      const leave = connectionListeners.subscribe(listener);
      attempt(() => listener(told));
      return leave;
    },
    close,
  };
}
