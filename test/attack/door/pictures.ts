import { base64urlnopad } from "@scure/base";
import { createReceivingKeys } from "../../../shared/crypto/sealed-to.ts";
import { sign } from "../../../shared/crypto/keys.ts";
import { answerKnock, readReveal } from "../../../shared/door/keeper.ts";
import { knockAt, revealTo } from "../../../shared/door/newcomer.ts";
import type { MeetingId } from "../../../shared/feed/ids.ts";
import type { AnswerNote, KnockNote } from "../../../shared/door/notes.ts";
import { picturesOf } from "../../../shared/door/pictures.ts";
import { answerBytes } from "../../../shared/door/transcript.ts";
import { ellen, karim, layla, stranger } from "../../cast/seven-voices.ts";
import { scaled, type Attack } from "../attack.ts";
import { until } from "../place.ts";
import { atTheDoor, type DoorPlace } from "./door-place.ts";

const drawn = (pictures: Uint8Array<ArrayBuffer>): string =>
  picturesOf(pictures)
    .map(({ emoji }) => emoji)
    .join("");

/** Gives what was said last the time to be read. */
const settle = ({ place }: DoorPlace): Promise<void> => place.settle();

export const bendingPictures: readonly Attack[] = [
  atTheDoor("be somebody else once the keeper's answer is seen, until the pictures fit", "P1", async (door, stage) => {
    const { holder, knocking } = door;
    const tried = scaled(stage, 2000);
    const { knocking: own, answer } = await holder.meet();
    const harms: string[] = [];
    for (let count = 0; count < tried; count += 1) {
      // The same knock, opened as something else each time: another random number, key or voice.
      const other = await holder.knock(stage.chance.pick([stranger, karim]));
      const changed = { ...other, note: own.note };
      const revealed = await revealTo(changed, answer, holder.invitation.keepers, layla.profile);
      if (revealed !== null) await holder.say(revealed.reveal);
    }
    await settle(door);
    if (knocking().length > 0) harms.push("a keeper shows who did not say so before");
    return { tried, harms };
  }),

  {
    name: "stand between newcomer and keeper, and hope for equal pictures on both sides",
    promise: "P1",
    async run(stage) {
      const tried = scaled(stage, 1000);
      // Any 32 bytes name a meeting.
      const at = { meeting: "A".repeat(43) as MeetingId, topic: "lobby" };
      const [mine, keeper] = [karim, ellen];
      const harms: string[] = [];
      let alike = 0;
      for (let count = 0; count < tried; count += 1) {
        // The newcomer holds a bent link: the true door, and the one in between as its only keeper.
        const newcomer = await knockAt(at, { ...layla, receiving: (await createReceivingKeys()).keys });
        const within = await knockAt(at, { ...mine, receiving: (await createReceivingKeys()).keys });
        const theirs = await answerKnock(keeper, at, within.note);
        const inner = await revealTo(within, theirs.note, [keeper.id], layla.profile);
        // All that is left to choose is what to answer with, before the newcomer has said what it chose.
        const outer = await answerKnock(mine, at, newcomer.note);
        const told = await revealTo(newcomer, outer.note, [mine.id], layla.profile);
        if (inner === null || told === null) throw new Error("both sides have been met");
        const shown = await readReveal(theirs, inner.reveal);
        if (shown === null) throw new Error("the keeper shows whoever has knocked as agreed");
        const [here, there] = [drawn(shown.pictures), drawn(told.met.pictures)];
        if (here === there) harms.push(`both sides see ${here}`);
        if (here.slice(0, 2) === there.slice(0, 2)) alike += 1;
      }
      // One picture of five is alike in one try of 64, however the two were chosen.
      if (alike > 6 + tried / 16) harms.push(`the first picture is alike in ${alike} of ${tried} tries`);
      return { tried, harms };
    },
  },

  atTheDoor("answer as a keeper that one is not, and be told who knocks", "P1", async (door) => {
    const { holder } = door;
    const harms: string[] = [];
    const guest = await door.knock();
    await until("a keeper's answer", () => holder.all("answer").length > 0);
    const knock = holder.all("knock").at(-1);
    const genuine = holder.all("answer").at(-1);
    if (knock === undefined || genuine === undefined) throw new Error("a keeper has answered");
    const forged: AnswerNote[] = [];
    const { keys } = await createReceivingKeys();
    const forge = async (keeper: AnswerNote["keeper"], to: KnockNote): Promise<AnswerNote> => {
      const unsigned = {
        ...{ kind: "answer" as const, knock: to.knock, keeper },
        ...{ sealTo: base64urlnopad.encode(keys.publicKey), nonce: base64urlnopad.encode(new Uint8Array(32)) },
      };
      const signed = await sign(karim.privateKey, await answerBytes(holder.at, to, unsigned));
      return { ...unsigned, signature: base64urlnopad.encode(signed) };
    };
    // One more newcomer, whom the modified program hears first: the keepers' laptops hear nothing of it.
    const next = await holder.knock(layla);
    for (const keeper of [karim.id, stranger.id, ...holder.invitation.keepers]) {
      forged.push(
        await forge(keeper, knock),
        { ...genuine, keeper },
        { ...genuine, sealTo: base64urlnopad.encode(keys.publicKey) },
      );
      const told = [await forge(keeper, next.note), { ...genuine, knock: next.note.knock }];
      for (const answer of told) {
        const revealed = await revealTo(next, answer, holder.invitation.keepers, layla.profile);
        if (revealed !== null) harms.push(`who knocks was told to ${answer.keeper}`);
      }
    }
    await holder.say(...forged);
    await settle(door);
    for (const reveal of holder.all("reveal", knock.knock)) {
      if (!holder.invitation.keepers.includes(reveal.keeper)) harms.push("a reveal is for somebody who is no keeper");
    }
    await door.letIn(guest);
    return { tried: forged.length + 8, harms };
  }),
];
