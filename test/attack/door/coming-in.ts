import { base64urlnopad } from "@scure/base";
import type { OpenLobby } from "../../../renderer/transport/lobby-line.ts";
import { encodeInvitation, parseInvitation } from "../../../shared/door/invitation.ts";
import { letIn, answerKnock, readReveal } from "../../../shared/door/keeper.ts";
import { openPass } from "../../../shared/door/newcomer.ts";
import { lobbyOf } from "../../../shared/door/door.ts";
import { openNote, sealNote, type LobbyNote } from "../../../shared/door/notes.ts";
import { passOf } from "../../cast/passes.ts";
import { jo, karim, stranger, tomas } from "../../cast/seven-voices.ts";
import { scaled, type Attack } from "../attack.ts";
import { granted, until } from "../place.ts";
import { removeKarim } from "../removal/uncalled-for.ts";
import { atTheDoor, type DoorPlace } from "./door-place.ts";

/** The voices that were let in, on the laptop that lets in. */
const inside = ({ place }: DoorPlace): number =>
  [...place.laptops[0].session.view().state.voices.values()].filter(({ standing }) => standing === "admitted").length;

/** Newcomers that say everything there is to say, and were not let in. */
export const comingIn: readonly Attack[] = [
  atTheDoor("open what lets another in", "P5", async (door) => {
    const { holder } = door;
    const mine = await holder.meet();
    await holder.say(mine.reveal);
    const guest = await door.knock();
    await door.letIn(guest);
    await until("what lets in", () => holder.all("let-in").length > 0);
    const harms: string[] = [];
    let tried = 0;
    for (const note of holder.all("let-in")) {
      for (const met of [mine.met, { ...mine.met, keeper: note.keeper }]) {
        const bent = { ...mine.knocking, note: { ...mine.knocking.note, knock: note.knock } };
        for (const [knocking, said] of [
          [mine.knocking, { ...note, knock: mine.knocking.note.knock }],
          [bent, note],
        ] as const) {
          tried += 1;
          if ((await openPass(knocking, met, said)) !== null) harms.push("what let another in was opened");
        }
      }
    }
    return { tried, harms };
  }),

  atTheDoor("come in twice with what let one in, or with what let another in", "P5", async (door) => {
    const { holder } = door;
    const guest = await door.knock();
    const next = await door.knock({ profile: tomas.profile });
    await door.letIn(guest);
    await until("the next one at the door", () => door.knocking().length === 1);
    const before = inside(door);
    const [passed] = holder.all("let-in");
    const [shown] = door.knocking();
    if (passed === undefined || shown === undefined) throw new Error("one is in, and one is at the door");
    for (let count = 0; count < 20; count += 1) {
      await holder.say(passed, { ...passed, knock: shown.knock }, { kind: "here", knock: passed.knock });
      for (const { data } of holder.overheard.slice(0, 40)) holder.shout(data);
    }
    await door.place.settle();
    const harms = next.visit.view().session === null ? [] : ["somebody came in with what let another in"];
    if (inside(door) !== before) harms.push("one more voice is in");
    await door.letIn(next);
    return { tried: 60, harms };
  }),

  atTheDoor("come in without having been let in", "P5", async (door, stage) => {
    const { holder, place } = door;
    const harms: string[] = [];
    const met = await holder.meet();
    const { knock, keeper } = met.reveal;
    await holder.say(met.reveal);
    await until("who knocks", () => door.knocking().length === 1);
    const tried = scaled(stage, 500) + 5;
    const forged: LobbyNote = {
      kind: "let-in",
      knock,
      keeper,
      pass: met.reveal.profile,
      signature: met.reveal.signature,
    };
    for (let count = 0; count < tried; count += 1) {
      await holder.say({ kind: "here", knock }, { kind: "kept", knock, keeper }, met.reveal, forged);
    }
    await place.settle();
    if (holder.all("let-in").length > 0) harms.push("a keeper's laptop lets in by itself");
    if (inside(door) !== 3) harms.push("somebody is in whom nobody let in");
    return { tried, harms };
  }),

  atTheDoor("take the number of another's knock", "P5", async (door, stage) => {
    const { holder, place } = door;
    const harms: string[] = [];
    // First as whoever hears the newcomer before the keepers do: the number is theirs already when the newcomer uses it.
    const guest = await door.knock();
    await until("a knock", () => holder.all("knock").length > 0);
    const number = holder.all("knock").at(-1)?.knock ?? "";
    const tried = scaled(stage, 300) + 3;
    for (let count = 0; count < tried; count += 1) {
      const own = await holder.knock();
      await holder.say({ ...own.note, knock: number });
    }
    await place.settle();
    await door.letIn(guest);
    if (door.knocking().length > 0) harms.push("the one who took the number is shown");
    return { tried, harms };
  }),

  atTheDoor("use up another's one try by saying wrong things in its name", "P5", async (door, stage) => {
    const { holder } = door;
    // The newcomer's own words are slower than all this: it is heard only when the keepers have heard the rest.
    const held: unknown[] = [];
    const openLobby: OpenLobby = (wish) => {
      const line = door.place.mesh.lobby.open(wish);
      const say = async (note: string): Promise<void> => {
        if ((await openNote(holder.lobby, note))?.kind === "reveal") held.push(note);
        else line.say(note);
      };
      return { ...line, say: (note) => void say(note) };
    };
    const guest = await door.knock({ openLobby });
    await until("what it says of itself", () => held.length > 0);
    const real = await openNote(holder.lobby, held[0]);
    if (real?.kind !== "reveal") throw new Error("it has said who it is");
    const tried = scaled(stage, 1000);
    for (let count = 0; count < tried; count += 1) {
      const wrong = stage.chance.pick([
        { ...real, voice: stranger.id },
        { ...real, nonce: base64urlnopad.encode(stage.chance.bytes(32)) },
        { ...real, signature: base64urlnopad.encode(stage.chance.bytes(64)) },
        { ...real, profile: base64urlnopad.encode(stage.chance.bytes(90)) },
        { ...real, sealTo: base64urlnopad.encode(stage.chance.bytes(32)) },
      ]);
      await holder.say(wrong);
    }
    await door.place.settle();
    const harms = door.knocking().length > 0 ? ["a keeper shows who did not say so"] : [];
    for (const note of held) holder.shout(note);
    await door.letIn(guest);
    return { tried, harms };
  }),

  atTheDoor("play what was said at the old door again at the new one", "P5", async (door) => {
    const { holder, place } = door;
    const guest = await door.knock();
    await door.letIn(guest);
    const before = door.link();
    granted(await place.laptops[0].session.changeDoor());
    await until("the new door", () => door.link() !== before);
    await until("it on both laptops", () => place.laptops[1].session.view().invitation !== before);
    await place.settle();
    place.lookAgain();
    const [{ session }] = place.laptops;
    const later = granted(parseInvitation(session.view().invitation));
    const lobby = await lobbyOf(later.door);
    const old = [...holder.overheard];
    for (const { data, note } of old) {
      place.mesh.lobby.publish(lobby.topic, data);
      holder.shout(data);
      // Whoever holds both invitations can seal it anew.
      if (note !== null) place.mesh.lobby.publish(lobby.topic, await sealNote(lobby, note));
    }
    await place.settle();
    await place.settle();
    const harms = door.knocking().length > 0 ? ["somebody of the old door is shown at the new one"] : [];
    return { tried: old.length * 3, harms };
  }),

  atTheDoor("let others in though one was removed", "P3", async (door) => {
    const { holder, place } = door;
    const pass = await passOf(place.laptops[0].vault, holder.invitation.meeting);
    await removeKarim(place);
    const harms: string[] = [];
    const insideBefore = inside(door);
    // Karim still has the secret, and answers whoever knocks, with an invitation of his own or with the others'.
    // The newcomer hears no keeper but him: he stands between it and the others.
    const openLobby: OpenLobby = (wish) => {
      const line = place.mesh.lobby.open(wish);
      const onHeard: typeof line.onHeard = (listener) =>
        line.onHeard((data) => {
          void openNote(holder.lobby, data).then((note) => {
            if (note?.kind !== "answer" || note.keeper === karim.id) listener(data);
          });
        });
      return { ...line, onHeard };
    };
    const answer = async (link: string): Promise<void> => {
      const before = holder.all("knock").length;
      await door.knock({ link, profile: jo.profile, openLobby });
      await until("a knock", () => holder.all("knock").length > before);
      const knock = holder.all("knock").at(-1);
      if (knock === undefined) throw new Error("somebody has knocked");
      const answered = await answerKnock(karim, holder.at, knock);
      await holder.say(answered.note);
      const told = () => holder.all("reveal", knock.knock).find(({ keeper }) => keeper === karim.id);
      await until("who knocks", () => told() !== undefined, 300).catch(() => undefined);
      const reveal = told();
      const shown = reveal === undefined ? null : await readReveal(answered, reveal);
      if (shown !== null) await holder.say(await letIn(karim, shown, pass));
      await place.settle();
      if (reveal !== undefined && link === door.link()) harms.push("the removed one was told who knocks");
    };
    await answer(door.link());
    const { invitation } = holder;
    await answer(encodeInvitation("http://127.0.0.1:1/", { ...invitation, keepers: [karim.id] }));
    const pen = await place.thief.pen(stranger);
    await pen.state({ kind: "voice-introduced", profile: stranger.profile });
    await (await place.thief.pen()).state({ kind: "voice-admitted", voice: stranger.id });
    await place.settle();
    if (inside(door) > insideBefore) harms.push("somebody is in whom only the removed one let in");
    return { tried: 3, harms, readers: "those who are in" };
  }),

  atTheDoor("be let in and never come", "P5", async (door, stage) => {
    const { holder } = door;
    const harms: string[] = [];
    const tried = scaled(stage, 40) + 2;
    for (let count = 0; count < tried; count += 1) {
      const met = await holder.meet();
      await holder.say(met.reveal);
      await until("who knocks", () => door.knocking().length > 0);
      const [shown] = door.knocking();
      granted(await (shown?.session.letIn(shown.knock) ?? Promise.reject(new Error("nobody is shown"))));
      holder.goAway();
    }
    await door.place.settle();
    if (door.knocking().length > 0) harms.push("who was let in is still shown at the door");
    if (inside(door) !== 3) harms.push("somebody is in who never said who they are");
    return { tried, harms };
  }),
];
