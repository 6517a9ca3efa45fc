import { newSalt } from "../../../shared/consent/copy.ts";
import { signWithdrawal } from "../../../shared/consent/proof.ts";
import { PARTS_OF_COPY, type Revision } from "../../../shared/consent/statements.ts";
import type { Digest, ReaderId } from "../../../shared/feed/ids.ts";
import { createOwnedId, writerMark } from "../../../shared/meeting/owned-id.ts";
import { karim } from "../../cast/seven-voices.ts";
import { publicKeyOf } from "../../cast/writing.ts";
import { inAMeeting, shownAsPutAside, type Attack } from "../attack.ts";
import { proposing } from "./dishonest-texts.ts";

type Reader = Revision["readers"][number];

/** A reader whom Karim has thought of, and to whom nobody has said yes. */
const newspaper: Reader = {
  id: createOwnedId<ReaderId>(await writerMark(publicKeyOf(karim))),
  name: "The newspaper",
  salt: newSalt(),
  parts: [...PARTS_OF_COPY],
  called: [],
};

/** The same text with other readers; the first is the room. */
const withReaders = (name: string, change: (room: Reader, revision: Revision) => readonly Reader[]): Attack =>
  proposing(name, (revision) => {
    const [room] = revision.readers;
    if (room === undefined) throw new Error("a text has a copy for the room");
    return { readers: [...change(room, revision)] };
  });

/** Copies for whom nobody has said yes to, or that say something else than everyone has read. */
export const bendingCopies: readonly Attack[] = [
  withReaders("propose a text for a reader to whom the person has not said yes", (room) => [room, newspaper]),
  withReaders("propose a text whose copy for the room has less in it", (room) => [
    { ...room, parts: room.parts.filter((part) => part !== "words") },
  ]),
  withReaders("propose a text without a copy for the room", () => []),
  withReaders(
    "propose a text whose copy for the room is another's, or calls somebody otherwise",
    (room, { voices }) => [
      { ...room, name: newspaper.name, called: voices.map(({ id }) => ({ voice: id, name: "X", relation: "" })) },
    ],
  ),
  withReaders("propose a text with two copies under one name", (room) => [
    room,
    { ...room, salt: newSalt(), parts: ["words"] },
  ]),
  proposing("propose a text in which two voices bear each other’s names", ({ voices }) => {
    const names = voices.map(({ profile }) => profile).reverse();
    return { voices: voices.map((voice, index) => ({ ...voice, profile: names[index] ?? voice.profile })) };
  }),
  proposing("propose a text in which words stand twice", ({ utterances }) => ({
    utterances: [...utterances, ...utterances],
  })),
  inAMeeting("withdraw another’s yes, or one’s own from another text", "P3", async (place) => {
    const { meeting } = place.laptops[0].session.view();
    const withdrawal = { meeting, voice: karim.id, digest: place.proposed, privateKey: karim.privateKey };
    const own = await signWithdrawal({ ...withdrawal, withdrawnAtMs: Date.now() });
    const digest = place.proposed;
    const other = "cd".repeat(32) as Digest; // 64 hexadecimal digits
    const lies = [
      { digest, document: await signWithdrawal({ ...withdrawal, voice: place.samiraId, withdrawnAtMs: Date.now() }) },
      { digest, document: { ...own, voice: place.samiraId } },
      { digest: other, document: own },
    ];
    for (const lie of lies) await (await place.thief.pen()).state({ kind: "consent-withdrawn", ...lie });
    return { tried: lies.length, harms: await shownAsPutAside(place) };
  }),
];
