import { createMeetings } from "../../../renderer/session/local-meetings.ts";
import type { Bytes } from "../../../shared/crypto/bytes.ts";
import type { StoredEntry } from "../../../shared/shell.ts";
import { flipped, withoutPayload } from "../../cast/writing.ts";
import { createMemoryVault, type MemoryVault } from "../../twins/memory-vault.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import type { Chance } from "../chance.ts";
import { shellOver, until, type Laptop, type Place } from "../place.ts";
import { differences, portraitOf } from "../portrait.ts";
import { WireMesh } from "../wire-mesh.ts";

/** What Samira's laptop has kept of the meeting. */
async function kept({ vault, session }: Laptop): Promise<readonly StoredEntry[]> {
  const read = await vault.read(session.view().meeting);
  if (!read.ok) throw new Error(read.reason);
  return read.value.entries;
}

/** A copy of a laptop's disk on which somebody has changed the entries. */
async function tamperedCopy(
  of: Laptop,
  entries: readonly StoredEntry[],
  change: (sealed: Bytes) => Bytes = (sealed) => sealed,
): Promise<MemoryVault> {
  const [copy, records] = [await createMemoryVault(), await of.vault.records("")];
  if (!records.ok) throw new Error(records.reason);
  for (const { name, sealed } of records.value) await copy.putRecord(name, change(sealed));
  await copy.append(of.session.view().meeting, entries);
  const key = await of.vault.sealingKey();
  return { ...copy, sealingKey: () => Promise.resolve(key) };
}

/** Opens the meeting from such a disk, far away from everyone: what it shows may be less than was said, never other. */
async function harmsOnOpening(place: Place, disk: MemoryVault, faults: string[]): Promise<readonly string[]> {
  const [ellens] = place.laptops;
  const honest = new Set([place.ellenId, place.samiraId]);
  const before = new Set(portraitOf(ellens.session, honest));
  const alone = new WireMesh((error) => faults.push(String(error)));
  const opened = await createMeetings(shellOver(disk), alone.ways).open(ellens.session.view().meeting);
  if (!opened.ok) return [];
  const shown = portraitOf(opened.value, honest).filter((line) =>
    /^(utterance|decision|answer|put aside|agreed)/.test(line),
  );
  opened.value.close();
  return [
    ...shown.filter((line) => !before.has(line) && line !== "agreed: nothing" && !isEarlier(line, before)),
    ...faults,
  ];
}

/** Whether a line is what another one was before the last words came. */
function isEarlier(line: string, before: ReadonlySet<string>): boolean {
  const id = /[A-Za-z0-9_-]{22}/.exec(line)?.[0] ?? "";
  return /^(utterance|decision)/.test(line) && [...before].some((full) => full.includes(id)) && !line.includes("ill");
}

const CHANGES: readonly ((entries: readonly StoredEntry[], chance: Chance) => readonly StoredEntry[])[] = [
  (entries, chance) => entries.map((one) => ({ ...one, bytes: flipped(one.bytes, chance.below(one.bytes.length)) })),
  (entries, chance) => entries.filter(() => chance.below(2) === 0),
  (entries) => entries.map((one) => ({ ...one, bytes: withoutPayload(one.bytes) })),
  (entries, chance) => entries.map((one) => ({ ...one, bytes: one.bytes.slice(0, chance.below(one.bytes.length)) })),
  (entries, chance) => entries.map((one) => ({ ...one, bytes: chance.bytes(one.bytes.length) })),
  (entries, chance) => entries.map((one) => ({ ...one, bytes: chance.pick(entries).bytes })),
  (entries, chance) => entries.map((one) => (chance.below(3) === 0 ? { ...one, bytes: new Uint8Array(0) } : one)),
];

export const changingTheDisk: readonly Attack[] = [
  inAMeeting("change, cut and swap what a laptop has kept", "P6", async (place, stage) => {
    const [, samiras] = place.laptops;
    const entries = await kept(samiras);
    const harms: string[] = [];
    const rounds = scaled(stage, 10) * CHANGES.length;
    for (let round = 0; round < rounds; round += 1) {
      const change = CHANGES[round % CHANGES.length] ?? ((same) => same);
      const disk = await tamperedCopy(samiras, change(entries, stage.chance));
      harms.push(...(await harmsOnOpening(place, disk, [])));
    }
    return { tried: rounds, harms };
  }),
  inAMeeting("change the keys and names that a laptop has kept", "P6", async (place, stage) => {
    const [, samiras] = place.laptops;
    const entries = await kept(samiras);
    const harms: string[] = [];
    const rounds = scaled(stage, 40);
    for (let round = 0; round < rounds; round += 1) {
      const { chance } = stage;
      const disk = await tamperedCopy(samiras, entries, (sealed) =>
        chance.below(2) === 0 ? flipped(sealed, chance.below(sealed.length)) : chance.bytes(chance.below(200)),
      );
      harms.push(...(await harmsOnOpening(place, disk, [])));
    }
    return { tried: rounds, harms };
  }),
  inAMeeting("wipe a laptop's disk while the others go on", "P6", async (place) => {
    const [ellens, samiras] = place.laptops;
    const disk = await tamperedCopy(samiras, []);
    const opened = await createMeetings(shellOver(disk), place.mesh.ways).open(samiras.session.view().meeting);
    if (!opened.ok) return { tried: 1, harms: ["the meeting cannot be opened any more"] };
    const honest = new Set([place.ellenId, place.samiraId]);
    const lacks = () => differences(portraitOf(ellens.session, honest), portraitOf(opened.value, honest));
    await until("the record to come back", () => lacks().length === 0).catch(() => undefined);
    const harms = lacks();
    opened.value.close();
    return { tried: 1, harms };
  }),
];
