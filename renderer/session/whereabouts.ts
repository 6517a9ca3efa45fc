import { encodeInvitation, type Invitation } from "../../shared/door/invitation.ts";
import { placesAt, placesToTell } from "../../shared/room/places.ts";
import type { HostingView, Shell } from "../../shared/shell.ts";

/** Where this laptop is found, by those who have yet to come and by those who are here. */
export interface Whereabouts {
  /** The signaling servers that this laptop uses. */
  readonly signaling: readonly string[];
  /** The signaling servers of the room that is open here; none while it is closed. */
  places(): readonly string[];
  /** The signaling servers that those who come are told of; the same object until any of this changes. */
  signalingForOthers(): readonly string[];
  /** An invitation as a link that opens the program. */
  linkOf(invitation: Invitation): string;
  /** Calls `listener` whenever any of that has changed. */
  subscribe(listener: () => void): () => void;
}

/** Where the shell's laptop is found; `kept` is how the meeting was found before. */
export async function whereaboutsOf(shell: Shell, kept: readonly string[]): Promise<Whereabouts> {
  const { hosting } = shell;
  const [own, base] = [await shell.signalingUrls(), await shell.invitationBase()];
  // What this laptop offers changes from day to day; how the meeting was found at first may still be right as well.
  const signaling = [...new Set([...own, ...kept])];
  const addresses = (): readonly string[] => {
    const room = hosting?.view();
    return room?.isOpen === true ? room.addresses : [];
  };
  let told: { readonly room: HostingView | undefined; readonly urls: readonly string[] } | null = null;
  return {
    signaling,
    places: () => placesAt(addresses()),
    signalingForOthers() {
      const room = hosting?.view();
      if (told === null || told.room !== room) {
        told = { room, urls: addresses().length > 0 ? placesAt(addresses()) : placesToTell(signaling) };
      }
      return told.urls;
    },
    linkOf: (invitation) => encodeInvitation(addresses()[0] ?? base, invitation),
    subscribe: (listener) => hosting?.subscribe(listener) ?? (() => undefined),
  };
}
