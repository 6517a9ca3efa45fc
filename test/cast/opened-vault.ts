import { base64urlnopad } from "@scure/base";
import { parseEntry } from "../../shared/feed/entry.ts";
import { openWithAny } from "../../shared/feed/verify.ts";
import { unlock } from "../../shared/meeting/secret.ts";
import type { MeetingId } from "../../shared/feed/ids.ts";
import { entriesKept } from "../twins/what-is-kept.ts";
import type { Laptop } from "./laptops.ts";
import { passOf } from "./passes.ts";

/** Everything readable that a laptop's vault holds of a meeting, opened with the meeting's first key. */
export async function openedOn(laptop: Pick<Laptop, "vault">, id: MeetingId): Promise<string> {
  const { meetingKey: key } = await unlock((await passOf(laptop.vault, id)).secret);
  const meeting = new Uint8Array(base64urlnopad.decode(id));
  const opened = (await entriesKept(laptop.vault, id)).map(async ({ bytes }) => {
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
