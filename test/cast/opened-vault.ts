import { base64urlnopad } from "@scure/base";
import { parseEntry } from "../../shared/feed/entry.ts";
import { openWithAny } from "../../shared/feed/verify.ts";
import { parseInvitation, unlock } from "../../shared/meeting/invitation.ts";
import { entriesKept } from "../twins/what-is-kept.ts";
import type { Laptop } from "./laptops.ts";

/** Everything readable that a laptop's vault holds of a meeting, opened with the key of its invitation. */
export async function openedOn(laptop: Pick<Laptop, "vault">, invitationLink: string): Promise<string> {
  const invitation = parseInvitation(invitationLink);
  if (!invitation.ok) throw new Error("a meeting has an invitation");
  const { meetingKey: key } = await unlock(invitation.value.secret);
  const meeting = new Uint8Array(base64urlnopad.decode(invitation.value.meeting));
  const opened = (await entriesKept(laptop.vault, invitation.value.meeting)).map(async ({ bytes }) => {
    const entry = parseEntry(bytes);
    const payload =
      entry.ok && entry.value.sealed !== null ? await openWithAny({ meeting, key }, entry.value.sealed) : null;
    if (payload === null) return "";
    const text = Buffer.from(payload).toString("utf8");
    // A condensed text lies in its statement as base64url.
    const update = /"update":"([^"]*)"/.exec(text)?.[1];
    return text + (update === undefined ? "" : Buffer.from(update, "base64url").toString("utf8"));
  });
  return (await Promise.all(opened)).join("\n");
}
