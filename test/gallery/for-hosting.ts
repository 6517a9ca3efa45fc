import { begun, talk, type Evening } from "./evening.ts";
import { no, ok } from "../../shared/result.ts";
import { PlayedHosting } from "./played-hosting.ts";
import { PlayedMeeting } from "./played-meeting.ts";

const NEARBY = [
  { words: "blue kettle", url: "https://192.168.178.23:4807/", fingerprint: "9f2c41ab07d3e5c8" },
  { words: "quiet lantern", url: "https://192.168.178.40:4807/", fingerprint: "03d7ee19b24a6f50" },
];

/** Moments at a laptop that hosts: its room is closed or open, and other rooms are open near it. */
export const forHosting = {
  /** Ellen's laptop: nobody has been asked yet whether the room may be open. */
  "room-closed": () => hosted(new PlayedHosting()),
  "room-open": () => hosted(PlayedHosting.open()),
  /** The room is open, and the cable is out. */
  "room-no-network": () => hosted(PlayedHosting.open({ addresses: [] })),
  /** A laptop on which there is nothing yet; two rooms are open near it, which are found when somebody looks. */
  "rooms-nearby": async () => {
    const meeting = new PlayedMeeting();
    return { meeting, shown: await meeting.bring(), hosting: new PlayedHosting({}, NEARBY) };
  },
  /** The same with the desktop program: it goes to the first room's door by itself. The second shows no invitation. */
  "rooms-nearby-desktop": async () => {
    const { meeting } = await begun("Ellen", { withoutKarim: true });
    const shown = await meeting.bring();
    shown.shell.visitRoom = (room) =>
      Promise.resolve(room === NEARBY[0]?.url ? ok(new URL(meeting.invitation).hash) : no("nothing-offered"));
    return { meeting, shown, hosting: new PlayedHosting({}, NEARBY) };
  },
  /** A guest's browser that came by the address of Ellen's open room alone. */
  "by-address": async () => {
    const { meeting } = await begun("Samira", { withoutKarim: true });
    const shown = await meeting.bring();
    shown.shell.offeredInvitation = () => Promise.resolve(new URL(meeting.invitation).hash);
    return { meeting, shown };
  },
} as const;

async function hosted(hosting: PlayedHosting): Promise<Evening> {
  const evening = await begun("Ellen");
  await talk(evening);
  await evening.shown.host(hosting);
  await evening.meeting.settled();
  return { ...evening, hosting };
}
