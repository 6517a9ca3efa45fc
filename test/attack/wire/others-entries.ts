import * as Y from "yjs";
import { BAG, encodeRun } from "../../../renderer/transport/slots.ts";
import { clientIdOf } from "../../../shared/feed/head.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";
import { samirasClientId } from "../utterances/anothers-words.ts";
import { deletionOf } from "../yjs-updates.ts";

/** A copy of the wire doc as everyone has it. */
function copyOf({ mesh }: Place): Y.Doc {
  const copy = new Y.Doc();
  const [wire] = mesh.wires;
  if (wire !== undefined) Y.applyUpdate(copy, Y.encodeStateAsUpdate(wire.doc));
  return copy;
}

/** Does something to a copy of the wire doc, and sends the others what it has changed. */
function changing(name: string, change: (bag: Y.Array<unknown>, copy: Y.Doc) => void): Attack {
  return inAMeeting(name, "P2", async (place) => {
    const copy = copyOf(place);
    const before = Y.encodeStateVector(copy);
    change(copy.getArray(BAG), copy);
    place.thief.update(Y.encodeStateAsUpdate(copy, before));
    await place.settle();
    const lost = place.mesh.wires.flatMap((wire, index) =>
      wire.doc.getArray(BAG).length < place.thief.heard.length / 2 ? [`wire doc ${index} has lost entries`] : [],
    );
    return { tried: 1, harms: lost };
  });
}

export const takingEntriesOffTheWire: readonly Attack[] = [
  changing("delete everything from the wire doc", (bag) => {
    bag.delete(0, bag.length);
  }),
  inAMeeting("delete a feed from the wire doc by its places alone", "P2", async (place) => {
    const client = await samirasClientId(place);
    const ranges = [...(place.mesh.wires[0]?.clocks() ?? [])].map(([of, clock]) => ({
      client: of,
      clock: 0,
      length: clock,
    }));
    place.thief.update(deletionOf([{ client, clock: 0, length: 2 ** 30 }]));
    place.thief.update(deletionOf(ranges));
    return { tried: 2 };
  }),
  changing("squeeze bytes between two entries of the wire doc", (bag) => {
    bag.insert(1, [new Uint8Array([1, 2, 3])]);
  }),
  changing("put into the wire doc what is no bytes", (bag, copy) => {
    bag.push(["words", { a: 1 }, new Y.Doc(), new Y.Text("text")]);
    copy.getMap("other").set("a", 1);
    copy.getText("another").insert(0, "text");
  }),
  inAMeeting("write into the wire doc under an honest laptop's own id", "P5", async ({ mesh, thief }) => {
    for (const { doc } of mesh.wires) {
      thief.update(encodeRun({ client: doc.clientID, clock: 0, contents: [new Uint8Array([1])] }));
    }
    return { tried: mesh.wires.length };
  }),
];

export const takingPlacesOnTheWire: readonly Attack[] = [
  inAMeeting("fill the places of another's coming entries with junk", "P5", async (place, stage) => {
    const { thief, mesh, chance } = { ...place, ...stage };
    const count = scaled(stage, 300);
    for (const [client, clock] of mesh.wires[0]?.clocks() ?? []) {
      const contents = Array.from({ length: count }, () => chance.bytes(1 + chance.below(40)));
      thief.update(encodeRun({ client, clock, contents }), thief.lines.slice(0, 1));
    }
    return { tried: count };
  }),
  inAMeeting("fill the places of a feed before its first entry comes", "P5", async (place, stage) => {
    const { thief, newcomer, laptops } = place;
    // Whoever comes next has a feed of which nothing was said yet: its places are taken as soon as its first entry shows.
    const late = await newcomer();
    const id = await late.session.introduce({ name: "Layla", kind: "network", relation: "", colour: "plum" });
    if (!id.ok) throw new Error(id.reason);
    await place.settle();
    const [first] = thief.entriesOf(id.value);
    const harms: string[] = [];
    if (first === undefined) throw new Error("Layla has introduced herself");
    const client = await clientIdOf(thief.secrets.meeting, first.header.publicKey, first.header.session);
    const contents = Array.from({ length: scaled(stage, 200) }, () => stage.chance.bytes(30));
    thief.update(encodeRun({ client, clock: 1, contents }));
    await place.settle();
    if (!laptops.every(({ session }) => session.view().state.voices.has(id.value))) harms.push("Layla is not seen");
    return { tried: contents.length, harms };
  }),
  inAMeeting("fill one's places with other entries than those of another's feed", "P2", async ({ thief }) => {
    const wrong = [...thief.heard].reverse();
    thief.update(encodeRun({ client: 77, clock: 0, contents: wrong }));
    thief.update(encodeRun({ client: 77, clock: 0, contents: [...wrong].reverse() }));
    return { tried: wrong.length * 2 };
  }),
];
