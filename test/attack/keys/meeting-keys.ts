import { base64urlnopad } from "@scure/base";
import { randomBytes } from "../../../shared/crypto/bytes.ts";
import { open } from "../../../shared/crypto/seal.ts";
import { sealTo } from "../../../shared/crypto/sealed-to.ts";
import { parseEntry } from "../../../shared/feed/entry.ts";
import { nameOfKey, purposeOfGiving, receivers } from "../../../shared/meeting/key-giving.ts";
import { inAMeeting, type Attack } from "../attack.ts";
import { removeKarim } from "../removal/uncalled-for.ts";
import { granted, until, type, type Place } from "../place.ts";

const SECRET = "Only those who are still here may read this.";

/** Seals a key to these voices as an honest program does; those in `junk` are given bytes that open to nothing. */
async function giving({ laptops: [{ session }] }: Place, raw: Uint8Array<ArrayBuffer>, junk: readonly string[] = []) {
  const { state, meeting } = session.view();
  const key = await nameOfKey(raw);
  const to = receivers(state).map(async ({ id, sealTo: publicKey }) => {
    const receiver = new Uint8Array(base64urlnopad.decode(publicKey));
    const sealed = await sealTo(receiver, purposeOfGiving(meeting, key), junk.includes(id) ? randomBytes(32) : raw);
    return { voice: id, sealed: base64urlnopad.encode(sealed) };
  });
  return { kind: "meeting-key-given", key, to: await Promise.all(to) } as const;
}

/** Whether what Samira says now can be read with these keys by whoever carries it. */
async function readable(place: Place, keys: readonly CryptoKey[]): Promise<readonly string[]> {
  const { laptops, thief } = place;
  const [{ session: ellens }, { session: samiras }] = laptops;
  const before = thief.heard.length;
  const draft = samiras.draft();
  type(draft?.doc, SECRET);
  await until("her words", () => JSON.stringify(ellens.utteranceText(place.draft)).includes(SECRET));
  await until("them to be carried past", () => thief.heard.length > before);
  place.lookAgain("those who are in");
  const opened: string[] = [];
  for (const bytes of thief.heard.slice(before)) {
    const entry = parseEntry(bytes);
    if (!entry.ok || entry.value.sealed === null || entry.value.header.kind !== "edit") continue;
    for (const key of keys)
      if ((await open(key, entry.value.sealed)).ok) opened.push("words said after the removal can be read");
  }
  return opened;
}

const asKey = (raw: Uint8Array<ArrayBuffer>) => crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["decrypt"]);

export const meddlingWithKeys: readonly Attack[] = [
  inAMeeting("read on with the old key after having been removed", "P2", async (place) => {
    await removeKarim(place);
    await until("a new key", () => place.laptops.every(({ session }) => session.view().state.keys.length > 0));
    await place.settle();
    return { tried: 1, harms: await readable(place, [place.thief.secrets.key]) };
  }),
  inAMeeting("give everyone a key before being removed, and read on with it", "P2", async (place) => {
    const raw = randomBytes(32);
    await (await place.thief.pen()).state(await giving(place, raw));
    await place.settle();
    await removeKarim(place);
    await place.settle();
    return { tried: 1, harms: await readable(place, [place.thief.secrets.key, await asKey(raw)]) };
  }),
  inAMeeting(
    "give a key to some and junk to others, so that they do not understand each other",
    "P5",
    async (place) => {
      const pen = await place.thief.pen();
      await pen.state(await giving(place, randomBytes(32), [place.samiraId]));
      await pen.state(await giving(place, randomBytes(32), [place.ellenId]));
      await place.settle();
      await removeKarim(place);
      return { tried: 2 };
    },
  ),
  inAMeeting("give keys that are none, or under another key's name", "P5", async (place) => {
    const pen = await place.thief.pen();
    const good = await giving(place, randomBytes(32));
    const other = await giving(place, randomBytes(32));
    await pen.state({ ...good, to: other.to });
    await pen.state({ ...good, key: "A".repeat(22) });
    await pen.state({ ...good, to: good.to.map(({ voice }) => ({ voice, sealed: "" })) });
    await pen.state({ ...good, to: [...good.to, ...good.to].map((one) => ({ ...one, voice: place.ellenId })) });
    await pen.state(await giving(place, randomBytes(5)));
    await place.settle();
    granted(await place.laptops[0].session.wordDecision("Still here, all of us", false));
    return { tried: 5 };
  }),
];
