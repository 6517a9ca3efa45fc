import { base64urlnopad } from "@scure/base";
import { randomBytes } from "../../../shared/crypto/bytes.ts";
import { sign } from "../../../shared/crypto/keys.ts";
import { createReceivingKeys, sealTo } from "../../../shared/crypto/sealed-to.ts";
import { knockAt } from "../../../shared/door/newcomer.ts";
import type { RevealNote } from "../../../shared/door/notes.ts";
import { commitmentOf, purposeOf, sealedBytes, transcriptOf } from "../../../shared/door/transcript.ts";
import { ellen, layla, okafor, samira, stranger, type CastVoice } from "../../cast/seven-voices.ts";
import { hostileWords } from "../../cast/hostile-words.ts";
import { scaled, type Attack } from "../attack.ts";
import { granted, until } from "../place.ts";
import { atTheDoor, type DoorPlace } from "./door-place.ts";
import { NO_KEY, type LinkHolder } from "./link-holder.ts";

/** What somebody says of themselves at the door, true or not. */
interface Claim {
  readonly voice: CastVoice;
  readonly signedBy?: CastVoice;
  readonly sealTo?: string;
  /** What is sealed in place of a profile, as text. */
  readonly profile: string;
}

/** Knocks with a claim that fits its own commitment, whatever it is, and reveals it. */
async function claim(holder: LinkHolder, { voice, signedBy = voice, sealTo: to, profile }: Claim): Promise<string> {
  const { keys } = await createReceivingKeys();
  const committed = {
    ...{ voice: voice.id, sealTo: to ?? base64urlnopad.encode(keys.publicKey) },
    nonce: base64urlnopad.encode(randomBytes(32)),
  };
  const made = await knockAt(holder.at, { id: voice.id, privateKey: voice.privateKey, receiving: keys });
  const { knock } = made.note;
  const commitment = base64urlnopad.encode(await commitmentOf(holder.at, knock, committed));
  const note = { kind: "knock" as const, knock, commitment };
  await holder.say(note);
  await until("a keeper's answer", () => holder.all("answer", knock).length > 0);
  const [answer] = holder.all("answer", knock);
  if (answer === undefined) throw new Error("a keeper has answered");
  const transcript = await transcriptOf(holder.at, note, answer, committed);
  const receiver = new Uint8Array(base64urlnopad.decode(answer.sealTo));
  const plain = new TextEncoder().encode(profile);
  const sealed = base64urlnopad.encode(await sealTo(receiver, purposeOf("profile", transcript), plain));
  const signature = await sign(signedBy.privateKey, await sealedBytes("profile", transcript, sealed));
  const reveal: RevealNote = {
    ...{ kind: "reveal", knock, keeper: answer.keeper, profile: sealed, ...committed },
    signature: base64urlnopad.encode(signature),
  };
  await holder.say(reveal);
  return knock;
}

const shownFor = ({ knocking }: DoorPlace, knock: string) => knocking().find((one) => one.knock === knock);

/** Until whatever was said at the door has been read there. */
async function looksAWhile({ place }: DoorPlace): Promise<void> {
  await place.settle();
  await new Promise((resolve) => setTimeout(resolve, 20));
}

/** Profiles that are none, or wish to be more. */
const NONSENSE: readonly string[] = [
  ...["", "null", "[]", "5", '"name"', "{", "[".repeat(3000), "\u0000", '{"name":"Layla"}'],
  JSON.stringify({ ...layla.profile, name: "" }),
  JSON.stringify({ ...layla.profile, name: "   " }),
  JSON.stringify({ ...layla.profile, name: "a".repeat(81) }),
  JSON.stringify({ ...layla.profile, name: "😔".repeat(80) }),
  JSON.stringify({ ...layla.profile, relation: "a".repeat(121) }),
  JSON.stringify({ ...layla.profile, kind: "keeper" }),
  JSON.stringify({ ...layla.profile, kind: ["person"] }),
  JSON.stringify({ ...layla.profile, colour: "url(https://stranger.example/)" }),
  JSON.stringify({ ...layla.profile, language: "en; DROP" }),
];

/** Profiles that can be read, and have to stay what they are: a name, however odd. */
const ODD: readonly object[] = [
  { ...layla.profile, name: "\u202elarutan \u2066" },
  { ...layla.profile, name: "😔".repeat(40) },
  ...hostileWords.slice(0, 4).map((name) => ({ ...layla.profile, name: name.slice(0, 80) })),
];

export const claimingNames: readonly Attack[] = [
  atTheDoor("knock with another's did", "P1", async (door) => {
    const harms: string[] = [];
    for (const voice of [samira, ellen, okafor]) {
      const knock = await claim(door.holder, { voice, signedBy: stranger, profile: JSON.stringify(voice.profile) });
      await looksAWhile(door);
      if (shownFor(door, knock) !== undefined) harms.push(`a keeper shows ${voice.profile.name}, who did not knock`);
    }
    return { tried: 3, harms };
  }),

  atTheDoor(
    "say again what another has said of themselves, under another number or to another keeper",
    "P1",
    async (door) => {
      const { holder } = door;
      const guest = await door.knock();
      await until("who knocks", () => door.knocking().length === 1);
      const [reveal] = holder.all("reveal");
      const [theirs] = holder.all("knock");
      if (reveal === undefined || theirs === undefined) throw new Error("the newcomer has said who it is");
      const own = await holder.meet();
      // The same commitment under a number of one's own: what was committed to names the number.
      const copied = { ...theirs, knock: (await holder.knock()).note.knock };
      await holder.say(copied);
      const [keeper = stranger.id] = holder.invitation.keepers.filter((one) => one !== reveal.keeper);
      const replays: RevealNote[] = [
        { ...reveal, knock: own.knocking.note.knock },
        { ...reveal, knock: copied.knock },
        { ...reveal, keeper },
      ];
      await holder.say(...replays, ...replays);
      await door.place.settle();
      const harms = door.knocking().length > 1 ? ["a keeper shows somebody twice"] : [];
      await door.letIn(guest);
      return { tried: replays.length * 2, harms };
    },
  ),

  atTheDoor("be called by nonsense at the door", "P5", async (door) => {
    const { holder } = door;
    const harms: string[] = [];
    for (const profile of NONSENSE) {
      const knock = await claim(holder, { voice: stranger, profile });
      await looksAWhile(door);
      if (shownFor(door, knock) !== undefined) harms.push(`a keeper shows ${profile.slice(0, 60)}`);
      leave(door);
    }
    for (const profile of ODD) {
      const inherited = '"__proto__":{"name":"Ellen","hosting":true},"constructor":{"prototype":{"hosting":true}},';
      const text = JSON.stringify(profile).replace("{", `{${inherited}`);
      const knock = await claim(holder, { voice: stranger, profile: text });
      await until("the odd name", () => shownFor(door, knock) !== undefined);
      const shown = shownFor(door, knock)?.profile;
      if (JSON.stringify(shown) !== JSON.stringify(profile)) harms.push(`${text} is shown as ${JSON.stringify(shown)}`);
      if ("hosting" in {}) harms.push("every object hosts now");
      leave(door);
    }
    return { tried: NONSENSE.length + ODD.length, harms };
  }),

  atTheDoor("have nothing sealed to oneself, so that letting in fails half way", "P5", async (door) => {
    const harms: string[] = [];
    const keys = [NO_KEY, `AQ${"A".repeat(41)}`, base64urlnopad.encode(new Uint8Array(32).fill(255))];
    for (const sealTo of keys) {
      const knock = await claim(door.holder, { voice: stranger, sealTo, profile: JSON.stringify(stranger.profile) });
      await looksAWhile(door);
      const shown = shownFor(door, knock);
      if (shown === undefined) continue;
      const answered = await shown.session.letIn(knock).then(
        ({ ok }) => ok,
        (error: unknown) => String(error),
      );
      if (answered !== true) harms.push(`whoever lets this one in reads: ${String(answered)}`);
      door.place.lookAgain();
    }
    return { tried: keys.length, harms };
  }),

  atTheDoor("be let in as one, and then be somebody else", "P3", async (door, stage) => {
    const { holder, place } = door;
    const tried = scaled(stage, 3);
    const harms: string[] = [];
    for (let count = 0; count < tried; count += 1) {
      const met = await holder.meet({ ...layla.profile, name: "A neighbour" }, okafor);
      await holder.say(met.reveal);
      await until("who knocks", () => shownFor(door, met.reveal.knock) !== undefined);
      const shown = shownFor(door, met.reveal.knock);
      granted(await (shown?.session.letIn(met.reveal.knock) ?? Promise.reject(new Error("nobody is shown"))));
      // It has the meeting's secret now, as whoever was let in, and says in the room that it is the person at the centre.
      const pen = await place.thief.pen(okafor);
      await pen.state({ kind: "voice-introduced", profile: { ...okafor.profile, kind: "person", name: "Samira" } });
      await pen.state({ kind: "door-changed", door: "A".repeat(22) });
      await pen.state({ kind: "voice-admitted", voice: stranger.id });
      await place.settle();
      for (const { name, session } of place.laptops) {
        const { state } = session.view();
        if (state.door !== "") harms.push(`on ${name} laptop a neighbour has changed the door`);
        if (state.voices.get(okafor.id)?.standing === "admitted") {
          harms.push(`on ${name} laptop a neighbour takes part as the person at the centre`);
        }
      }
      leave(door);
    }
    return { tried, harms };
  }),
];

/** Those who have knocked so far go away: nobody else has to wait for room. */
function leave({ holder }: DoorPlace): void {
  holder.goAway();
}
