import type { Bytes } from "../../shared/crypto/bytes.ts";
import { FramedChannel } from "./framed-channel.ts";
import { isReachable, judgeLink, NEW_LINK, tickLink, type LinkHealth } from "./link-health.ts";

/** The connections of one carrier, from the first attempt to the end. */
export interface PeerLinks {
  /** What simple-peer takes as `wrtc`: the browser's own WebRTC with channels that carry messages of any size. */
  readonly wrtc: object;
  /** How many laptops can be reached. */
  reachable(): number;
  /** One beat of the watchdog. `replaceable`: whether a link that is given up could be made anew. */
  tick(replaceable: boolean): void;
}

interface Link {
  readonly connection: RTCPeerConnection;
  readonly channel: FramedChannel;
  health: LinkHealth;
}

/** `admitterFor` makes the judge of one new link's messages; `onChange` is called when the number of reachable laptops may have changed. */
export function createPeerLinks(wish: {
  readonly admitterFor: () => (message: Bytes) => boolean;
  readonly onChange: () => void;
}): PeerLinks {
  const links = new Set<Link>();

  function frame(connection: RTCPeerConnection, channel: RTCDataChannel): FramedChannel {
    const framed = new FramedChannel(channel, {
      admit: wish.admitterFor(),
      heard: () => {
        link.health = { ...link.health, silentTicks: 0, wasInterrupted: false };
      },
      opened: () => {
        link.health = { ...link.health, silentTicks: 0, isOpen: true };
        wish.onChange();
      },
      closed: () => {
        if (links.delete(link) && link.health.isOpen) wish.onChange();
      },
    });
    const link: Link = { connection, channel: framed, health: NEW_LINK };
    links.add(link);
    return framed;
  }

  class LinkedPeerConnection extends RTCPeerConnection {
    override createDataChannel(label: string, init?: RTCDataChannelInit): RTCDataChannel {
      // simple-peer is the only caller, and a framed channel has everything it uses of a data channel.
      return frame(this, super.createDataChannel(label, init)) as unknown as RTCDataChannel;
    }

    override close(): void {
      super.close();
      for (const link of links) {
        if (link.connection === this && links.delete(link) && link.health.isOpen) wish.onChange();
      }
    }
  }

  return {
    wrtc: { RTCPeerConnection: LinkedPeerConnection, RTCSessionDescription, RTCIceCandidate },
    reachable: () => [...links].filter((link) => isReachable(link.health)).length,
    tick(replaceable) {
      for (const link of [...links]) {
        link.health = tickLink(link.health, link.connection.iceConnectionState);
        if (judgeLink(link.health, replaceable) === "give-up") link.channel.abandon();
        else link.channel.sendSignOfLife();
      }
      wish.onChange();
    },
  };
}
