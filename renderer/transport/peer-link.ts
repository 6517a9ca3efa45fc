import { createDoorkeeper } from "./doorkeeper.ts";
import type { FrameChannel } from "./frame-channel.ts";
import { FramedChannel } from "./framed-channel.ts";
import type { Ledger } from "./holdings.ts";
import { encodeQuestion, encodeSyncStep1, isSyncStep1 } from "./peer-message.ts";
import { Questions } from "./questions.ts";
import { random53 } from "./random-id.ts";
import {
  directness,
  isReachable,
  judgeLink,
  NEW_LINK,
  relayState,
  SIGN_OF_LIFE_TICKS,
  tickLink,
  type LinkHealth,
} from "./link-health.ts";
import type { Direct } from "./standing.ts";

/** The connections of one carrier, from the first attempt to the end. */
export interface PeerLinks {
  /** What simple-peer takes as `wrtc`: the browser's own WebRTC with channels that carry messages of any size. */
  readonly wrtc: object;
  /** Sends a message to everyone with an open channel. Who opens one later asks for what was said before. */
  broadcast(message: Uint8Array): void;
  /** Takes on a channel that is no data channel of y-webrtc's; the caller reads and answers what comes past the doorkeeper. */
  adopt(channel: FrameChannel): FramedChannel;
  /** How many laptops can be reached by a data channel. */
  reachable(): number;
  /** How the data channel of one connection is. */
  direct(connection: object): Direct;
  /** One beat of the watchdog. */
  tick(): void;
  /** Gives up the links that are lost, where they can be made again. Says whether one of them was a data channel. */
  giveUpLost(replaceable: boolean): boolean;
}

interface Link {
  /** Null where a relay carries it. */
  readonly connection: RTCPeerConnection | null;
  readonly channel: FramedChannel;
  health: LinkHealth;
  /** The client id under which the laptop at the other end says that it shows presence, once it has said so. */
  client: number | null;
  /** The one under which it is shown here. */
  readonly shownAs: number;
}

/** Links between this laptop's wire doc and those of others. */
export function createPeerLinks(wish: {
  /** The client id under which this laptop shows presence. */
  readonly client: number;
  /** Called when the link whose presence is shown under this client id is gone. */
  readonly onGone: (client: number) => void;
  /** Judges an update before y-webrtc applies it; returns what is to be applied, or null. */
  readonly admitUpdate: (update: Uint8Array) => Uint8Array | null;
  /** What is in this laptop's bag. */
  readonly ledger: Ledger;
  /** Called when the number of reachable laptops may have changed. */
  readonly onChange: () => void;
}): PeerLinks {
  const links = new Set<Link>();
  const questions = new Questions<Link>((all) => all[Math.floor(Math.random() * all.length)]);

  function ask(): void {
    const link = questions.next(performance.now(), (asked) => asked.channel.isReceiving);
    if (link === null) return;
    wish.ledger.holdings().then((holdings) => link.channel.post(encodeQuestion(holdings)), reportError);
  }

  function forget(link: Link): void {
    questions.leave(link);
    if (!links.delete(link)) return;
    wish.onGone(link.shownAs);
    wish.onChange();
    ask();
  }

  function frame(connection: RTCPeerConnection | null, channel: FrameChannel): FramedChannel {
    const shownAs = random53();
    const names = { own: () => link.client, here: shownAs };
    const judge = createDoorkeeper(wish.admitUpdate, () => performance.now(), names);
    const given = new Map<number, number>();
    const framed = new FramedChannel(channel, {
      received(message, pass) {
        const admission = judge(message);
        switch (admission.kind) {
          case "refuse":
            return;
          case "pass":
            pass(admission.message);
            return;
          case "question":
            wish.ledger
              .stateVectorFor(admission.holdings, given)
              .then((stateVector) => pass(encodeSyncStep1(stateVector)), reportError);
            return;
          case "answer":
            pass(admission.message);
            // The stream inside simple-peer may hand the message on a little later; the next question is for what is
            // missing after that.
            setTimeout(() => {
              questions.answered(link);
              ask();
            });
        }
      },
      // y-webrtc asks everyone at once, and by numbers only; see `Questions` and `Holding`.
      mayLeave: (message) => !isSyncStep1(message),
      introduced(client) {
        link.client ??= client;
      },
      heard() {
        link.health = { ...link.health, silentTicks: 0, wasInterrupted: false };
      },
      opened() {
        link.health = { ...link.health, silentTicks: 0, isOpen: true };
        framed.introduce(wish.client);
        questions.join(link);
        wish.onChange();
        ask();
      },
      closed: () => forget(link),
    });
    const link: Link = { connection, channel: framed, health: NEW_LINK, client: null, shownAs };
    links.add(link);
    return framed;
  }

  class LinkedPeerConnection extends RTCPeerConnection {
    constructor(configuration: RTCConfiguration) {
      try {
        super(configuration);
      } catch {
        // A browser may refuse what a signaling server has told. Without it, laptops of one network still connect.
        super({ ...configuration, iceServers: [] });
      }
    }

    override createDataChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel {
      // simple-peer is the only caller, and a framed channel has everything it uses of a data channel.
      return frame(this, super.createDataChannel(label, init)) as unknown as RTCDataChannel;
    }

    override close(): void {
      super.close();
      for (const link of links) {
        if (link.connection === this) forget(link);
      }
    }
  }

  let ticks = 0;

  return {
    wrtc: { RTCPeerConnection: LinkedPeerConnection, RTCSessionDescription, RTCIceCandidate },
    broadcast(message) {
      for (const link of [...links]) if (link.health.isOpen) link.channel.post(message);
    },
    adopt: (channel) => frame(null, channel),
    reachable: () => [...links].filter((link) => link.connection !== null && isReachable(link.health)).length,
    direct(connection) {
      const link = [...links].find((one) => one.connection === connection);
      return link === undefined ? "none" : directness(link.health);
    },
    tick() {
      ticks += 1;
      for (const link of [...links]) {
        link.health = tickLink(link.health, link.connection?.iceConnectionState ?? relayState(link.health));
        if (ticks % SIGN_OF_LIFE_TICKS === 0) link.channel.sendSignOfLife();
      }
      wish.onChange();
      ask();
    },
    giveUpLost(replaceable) {
      const lost = [...links].filter(
        // A relayed link costs nothing to make again.
        ({ health, connection }) => judgeLink(health, replaceable || connection === null) === "give-up",
      );
      for (const { channel } of lost) channel.abandon();
      return lost.some(({ connection }) => connection !== null);
    },
  };
}
