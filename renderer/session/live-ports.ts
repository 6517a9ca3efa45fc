import type { MeetingId } from "../../shared/feed/ids.ts";
import type { MeetingSecrets } from "../../shared/feed/write.ts";
import type { Vault } from "../../shared/shell.ts";
import type { Carrier } from "../transport/carrier.ts";
import type { DoorPorts } from "./door-desk.ts";
import type { Whereabouts } from "./whereabouts.ts";

/** What an open meeting stands on. */
export interface LivePorts {
  readonly meeting: MeetingId;
  readonly secrets: MeetingSecrets;
  readonly vault: Vault;
  readonly carrier: Carrier;
  readonly door: Pick<DoorPorts, "openLobby" | "secret">;
  readonly whereabouts: Whereabouts;
  readonly onClosed?: () => void;
}
