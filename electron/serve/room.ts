import { Listeners } from "../../shared/listeners.ts";
import { no, ok } from "../../shared/result.ts";
import { wordsOf } from "../../shared/room/two-words.ts";
import type { Hosting, HostingView } from "../../shared/shell.ts";
import type { HostCertificate } from "../certificate/host-certificate.ts";
import type { Neighbourhood } from "../discovery/neighbourhood.ts";
import type { Door } from "./door.ts";

/** What a room is made of. */
export interface RoomParts {
  readonly port: number;
  /** The addresses this laptop has at present, the likeliest first. */
  readonly addresses: () => readonly string[];
  /** The certificate to show at these addresses. Rejects when there is none to be had. */
  readonly certificateFor: (addresses: readonly string[]) => Promise<HostCertificate>;
  /** Shows it to whoever comes from now on. */
  readonly show: (certificate: HostCertificate) => void;
  readonly openDoor: (address: string) => Promise<Door>;
  /** Told where the room is open, each time that has changed; nowhere while it is closed. */
  readonly moveTo: (addresses: readonly string[]) => Promise<void>;
  readonly neighbourhood: Neighbourhood;
}

/** The room that this laptop opens to others when the person wishes it: `Hosting` as the page knows it, and its end. */
export interface Room extends Hosting {
  /** The domain names it is reached by, if an organisation gave it some. */
  names(): readonly string[];
  /** The invitation that is offered to whoever comes; null where none is, or while the room is closed. */
  offered(): string | null;
  /** Closes it for good. */
  close(): Promise<void>;
}

const lookAgainMs = 2000;
const lookingMs = 60_000;

/** A closed room. */
export function createRoom(parts: RoomParts): Room {
  const { neighbourhood } = parts;
  const doors = new Map<string, Door>();
  const listeners = new Listeners();
  let isOpen = false;
  let offered: string | null = null;
  let certificate: HostCertificate | null = null;
  let lookUntilMs = 0;
  let shown = "";
  // One thing after the other: opening, closing and following the networks never meet halfway.
  let work: Promise<unknown> = Promise.resolve();
  const watch = setInterval(() => void inTurn(follow), lookAgainMs).unref();

  function inTurn<Value>(task: () => Promise<Value>): Promise<Value> {
    const done = work.then(task);
    work = done.catch(() => undefined);
    return done;
  }

  function view(): HostingView {
    const told = isOpen ? certificate : null;
    const hosts = told === null ? [] : [...told.names.filter((name) => !name.startsWith("*")), ...openAddresses()];
    return {
      isOpen,
      addresses: hosts.map((host) => `https://${host}:${parts.port}/`),
      fingerprint: told?.fingerprint ?? null,
      words: told === null ? null : wordsOf(told.fingerprint),
      nearby: neighbourhood.found(),
    };
  }

  function openAddresses(): readonly string[] {
    return parts.addresses().filter((address) => doors.has(address));
  }

  /** Brings what is open into line with what is wished and with the addresses there are. */
  async function settle(): Promise<void> {
    const wanted = isOpen ? parts.addresses() : [];
    const before = [...doors.keys()].join();
    const gone = [...doors.values()].filter(({ address }) => !wanted.includes(address));
    for (const { address } of gone) doors.delete(address);
    await Promise.all(gone.map((door) => door.close()));

    const missing = wanted.filter((address) => !doors.has(address));
    if (isOpen && (certificate === null || missing.length > 0)) {
      certificate = await parts.certificateFor(wanted);
      parts.show(certificate);
    }
    for (const address of missing) {
      // One that is gone already, or taken by another program, is tried again as long as the room is open.
      const door = await parts.openDoor(address).catch(() => null);
      if (door !== null) doors.set(address, door);
    }
    if ([...doors.keys()].join() !== before) await parts.moveTo(openAddresses());
    attend();
    tell();
  }

  function attend(): void {
    const addresses = parts.addresses();
    const announced = isOpen && certificate !== null && doors.size > 0;
    neighbourhood.attend({
      addresses,
      announced: announced ? { fingerprint: certificate?.fingerprint ?? "", port: parts.port } : null,
      isLooking: Date.now() < lookUntilMs,
    });
  }

  async function follow(): Promise<void> {
    const isSettled = !isOpen || [...parts.addresses()].sort().join() === [...doors.keys()].sort().join();
    // What cannot be done now, such as keeping a certificate on a full disk, is tried again the next time.
    if (!isSettled) await settle().catch(() => undefined);
    attend();
    tell();
  }

  function tell(): void {
    const now = JSON.stringify(view());
    if (now === shown) return;
    shown = now;
    listeners.notify();
  }

  async function open() {
    if (isOpen) return ok(null);
    isOpen = true;
    try {
      await settle();
    } catch {
      // Without a certificate there is no room.
      isOpen = false;
    }
    if (isOpen && (doors.size > 0 || parts.addresses().length === 0)) return ok(null);
    await shut();
    return no("not-hosting");
  }

  async function shut(): Promise<void> {
    isOpen = false;
    certificate = null;
    await settle();
  }

  shown = JSON.stringify(view());
  return {
    view,
    names: () => certificate?.names ?? [],
    offered: () => (isOpen ? offered : null),
    offer(invitation) {
      offered = invitation;
      return Promise.resolve();
    },
    subscribe: (listener) => listeners.subscribe(listener),
    openRoom: () => inTurn(open),
    closeRoom: () => inTurn(shut),
    lookAround() {
      lookUntilMs = Date.now() + lookingMs;
      return inTurn(follow);
    },
    async close() {
      clearInterval(watch);
      lookUntilMs = 0;
      await inTurn(shut);
      await neighbourhood.close();
    },
  };
}
