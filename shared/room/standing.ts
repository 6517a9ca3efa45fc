/** How a laptop stands with the others, as far as it was detected. Nothing in it is supposed. */
export interface Around {
  readonly saving: "failed" | "saved" | "saving";
  /** Whether what is saved stays on this laptop, or goes when the window is closed. */
  readonly keeps: "disk" | "window";
  /** Laptops with an open way, by its kind; `seen`: laptops that are heard and reached neither way. */
  readonly peers: { readonly direct: number; readonly relayed: number; readonly seen: number };
  /** Whether a signaling server answers. A laptop that hosts has its own. */
  readonly signaling: boolean;
  /** Whether the system says that it has any network. */
  readonly isOnline: boolean;
  /** The room that this laptop hosts: where it can be reached. Null where it does not host. */
  readonly hosting: { readonly isOpen: boolean; readonly addresses: readonly string[] } | null;
  /** How many take part from other laptops, whether they are there or not. */
  readonly others: number;
  /** The names of those of them whose laptop is not reached. */
  readonly awayNames: readonly string[];
  /** On whose laptop the line to the others is, where that is known. Null for this laptop and for a server of nobody's. */
  readonly viaName: string | null;
  /** How long laptops have been heard without being reached, and how long no signaling server has answered. */
  readonly forMs: { readonly seen: number; readonly unanswered: number };
}

/** What is so of where the words are and how the others are reached. */
export type Way =
  /** One who is away, by name. */
  | "awayOne"
  /** More than one is away. */
  | "awaySome"
  /** Nobody else takes part. */
  | "alone"
  /** The network lets laptops hear of each other and not reach each other. */
  | "apart"
  /** Everyone is reached, some through the laptop of the one named. */
  | "byWayOf"
  | "noNetwork"
  /** The laptop of the one named carries the line, and does not answer. */
  | "silent"
  /** Nobody is reached, and why is not known. */
  | "unreached"
  /** Those who are reached have it; that all are is not sure. */
  | "withConnected"
  | "withEveryone";

/** One catalogue key and the name that its sentence takes. */
export interface RoomStanding {
  readonly key: "standing.failed" | "standing.saving" | `standing.${"guest" | "saved"}.${Way}`;
  readonly name: string;
}

/** What lasts less than this may be a laptop that is just coming or a line that is just being laid. */
export const SURE_AFTER_MS = 10_000;

/**
 * The one sentence that says how it stands. It says "saved" only when everything is, "everyone" only when everyone who takes
 * part is reached, and a cause only where that cause was detected.
 */
export function standingOf(around: Around): RoomStanding {
  if (around.saving === "failed") return { key: "standing.failed", name: "" };
  if (around.saving === "saving") return { key: "standing.saving", name: "" };
  const { way, name } = wayOf(around);
  return { key: around.keeps === "window" ? `standing.guest.${way}` : `standing.saved.${way}`, name };
}

function wayOf(around: Around): { readonly way: Way; readonly name: string } {
  const { awayNames, others, peers, viaName } = around;
  const reached = peers.direct + peers.relayed;
  const [away = ""] = awayNames;
  if (reached === 0 && isOffline(around)) return { way: "noNetwork", name: "" };
  if (areKeptApart(around)) return { way: "apart", name: "" };
  if (reached === 0 && viaName !== null && isSilent(around)) return { way: "silent", name: viaName };
  if (others === 0) return { way: "alone", name: "" };
  // A presence can outlast the way it came by for a moment: whoever is not reached is away, whatever it says.
  if (awayNames.length === 1 && (reached > 0 || others === 1)) return { way: "awayOne", name: away };
  if (awayNames.length > 1 && (reached > 0 || awayNames.length === others)) return { way: "awaySome", name: "" };
  if (reached === 0) return { way: "unreached", name: "" };
  if (peers.seen > 0) return { way: "withConnected", name: "" };
  if (peers.relayed > 0 && viaName !== null) return { way: "byWayOf", name: viaName };
  return { way: "withEveryone", name: "" };
}

/** The system's own word for it is believed only where no signaling server answers either. */
function isOffline({ hosting, isOnline, signaling }: Around): boolean {
  return hosting?.isOpen === true ? hosting.addresses.length === 0 : !isOnline && !signaling;
}

function areKeptApart({ peers, signaling, forMs }: Around): boolean {
  return peers.seen > 0 && signaling && forMs.seen > SURE_AFTER_MS;
}

function isSilent({ signaling, forMs, awayNames, viaName }: Around): boolean {
  return !signaling && forMs.unanswered > SURE_AFTER_MS && viaName !== null && awayNames.includes(viaName);
}
