import type { Scene } from "../../gallery/scenes.ts";
import { gp } from "../../cast/proven.ts";
import { changedPage, letter, page, proof } from "./files-to-check.ts";
import { ROOM } from "./gallery-page.ts";

/**
 * What someone does to come to a screen: presses what has this name, makes a tick, presses a key, or writes where the keyboard
 * is; in the room that is where words are written; or chooses files.
 */
export type Step =
  | string
  | { readonly ticks: string }
  | { readonly key: string }
  | { readonly writes: string }
  | { readonly chooses: readonly GivenFile[] };

/** A file that someone has, to be chosen where the page asks for files. */
export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** One screen, or one state of it: a moment, a place, and the way there. */
export interface Shown {
  readonly what: string;
  readonly scene: Scene;
  readonly at: string;
  readonly then?: readonly Step[];
}

const LEAVES = "Someone leaves for good, or a laptop is lost";

const onwards = (times: number): readonly Step[] => Array.from({ length: times }, () => "One part on");

/** Every page outside the room, and everything that opens on it. */
export const EVERY_PAGE: readonly Shown[] = [
  { what: "home with a meeting", scene: "talking", at: "#/" },
  { what: "home with nothing yet", scene: "nothing", at: "#/" },
  { what: "starting a meeting", scene: "nothing", at: "#/start", then: ["More about how I want to be called"] },
  { what: "joining with a link", scene: "nothing", at: "#/join" },
  {
    what: "joining where rooms are open near by",
    scene: "rooms-nearby",
    at: "#/join",
    then: ["Look for rooms near you"],
  },
  { what: "pictures to compare", scene: "pictures", at: "" },
  { what: "settings", scene: "nothing", at: "#/settings" },
  { what: "a passphrase to be set", scene: "nothing", at: "#/settings", then: ["Lock what is kept on this laptop"] },
  { what: "a passphrase to be changed", scene: "locked-open", at: "#/settings", then: ["Change the passphrase"] },
  { what: "a laptop that is locked", scene: "locked", at: "#/" },
  {
    what: "a passphrase forgotten",
    scene: "locked",
    at: "#/",
    then: ["The passphrase is forgotten", "Begin anew here"],
  },
  { what: "an invitation in the address", scene: "link-given", at: "#the-link" },
  { what: "arriving with an invitation", scene: "invited", at: ROOM, then: ["This laptop is shared"] },
  { what: "waiting to be let in", scene: "invited", at: ROOM, then: ["Knock"] },
  { what: "another voice on this laptop", scene: "shared", at: `${ROOM}/voice` },
  { what: "a page after leaving", scene: "left", at: ROOM, then: ["Take these words back"] },
  { what: "a page after leaving, asked by a text", scene: "left-asked", at: ROOM },
  { what: "reading a text after leaving", scene: "left-asked", at: `${ROOM}/read` },
  { what: "the agreed record after leaving", scene: "agreed-left", at: `${ROOM}/record` },
  { what: "the person’s own pages", scene: "pages-samira", at: `${ROOM}/pages` },
  {
    what: "sharing a page with some",
    scene: "pages-samira",
    at: `${ROOM}/pages`,
    then: ["Share it", { ticks: "Only those I choose" }, { ticks: "Layla" }],
  },
  { what: "pages shared with someone", scene: "pages-ellen", at: `${ROOM}/pages` },
  {
    what: "bringing pages from an earlier meeting",
    scene: "pages-earlier",
    at: `${ROOM}/pages`,
    then: ["Bring pages from an earlier meeting", "From “In the spring”, behind a PIN"],
  },
  { what: "who will read it", scene: "readers-ellen", at: `${ROOM}/readers` },
  {
    what: "being called otherwise for a reader",
    scene: "readers-ellen",
    at: `${ROOM}/readers`,
    then: ["Jo: be called something else for the GP"],
  },
  { what: "taking a reader back", scene: "readers-ellen", at: `${ROOM}/readers`, then: ["Take the GP back"] },
  { what: "saying yes to a reader", scene: "readers-samira", at: `${ROOM}/readers` },
  { what: "naming a reader", scene: "talking", at: `${ROOM}/readers`, then: ["Name someone who will read it"] },
  { what: "choosing what is proposed", scene: "deciding", at: `${ROOM}/propose` },
  {
    what: "choosing who is given a copy",
    scene: "proposing-readers",
    at: `${ROOM}/propose`,
    then: [{ ticks: "Some of them" }, { ticks: "A copy for the GP" }, { ticks: "The copy for the GP" }],
  },
  { what: "proposing what one who was removed has written in", scene: "removed-since", at: `${ROOM}/propose` },
  { what: "handing the laptop over to read", scene: "proposed-shared", at: `${ROOM}/read` },
  { what: "the cover before reading", scene: "proposed-shared", at: `${ROOM}/read`, then: ["Layla"] },
  { what: "reading what was decided", scene: "deciding-proposed", at: `${ROOM}/read` },
  { what: "reading alone, the second time", scene: "second-round", at: `${ROOM}/read` },
  { what: "after “not yet”", scene: "second-round", at: `${ROOM}/read`, then: ["Not yet"] },
  { what: "reading aloud", scene: "reading-aloud", at: `${ROOM}/read`, then: ["Jo"] },
  {
    what: "an answer written down",
    scene: "reading-aloud",
    at: `${ROOM}/read`,
    then: ["Jo", "Yes, this can stand"],
  },
  { what: "a draft to take home", scene: "proposed", at: `${ROOM}/record`, then: ["Take it as the agreed record"] },
  { what: "checking a record", scene: "nothing", at: "#/check" },
  {
    what: "records that were checked",
    scene: "nothing",
    at: "#/check",
    then: [{ chooses: [await proof("network"), await page("the GP", gp), await changedPage("changed"), letter] }],
  },
  { what: "the agreed record", scene: "agreed", at: `${ROOM}/record` },
  {
    what: "a copy for a reader, printed",
    scene: "agreed-readers",
    at: `${ROOM}/record`,
    then: [{ ticks: "the GP" }, "Paper (PDF)"],
  },
  {
    what: "what taking a yes back means",
    scene: "agreed-readers",
    at: `${ROOM}/record`,
    then: ["I take my yes back: Samira"],
  },
  {
    what: "taking a yes back after leaving",
    scene: "agreed-left",
    at: ROOM,
    then: ["I take my yes back: Jo", "Take my yes back"],
  },
  { what: "an agreed record with a yes taken back", scene: "withdrawn", at: `${ROOM}/record` },
  { what: "an agreed record that replaces another", scene: "amended", at: `${ROOM}/record` },
  { what: "reading what is agreed already", scene: "agreed-readers", at: `${ROOM}/read` },
  {
    what: "reading the copy for a reader",
    scene: "agreed-readers",
    at: `${ROOM}/read`,
    then: ["Show the copy for the GP"],
  },
  { what: "reading it together", scene: "deciding-proposed", at: `${ROOM}/aloud`, then: onwards(3) },
  { what: "reading it together, with a rendering", scene: "aloud-rendered", at: `${ROOM}/aloud`, then: onwards(1) },
  {
    what: "reading it together, in another language",
    scene: "aloud-rendered",
    at: `${ROOM}/aloud`,
    then: [...onwards(1), { ticks: "English, where someone has rendered it" }],
  },
  { what: "reading it together, to its end", scene: "aloud-readers", at: `${ROOM}/aloud`, then: onwards(20) },
  { what: "a card with nothing on it", scene: "talking", at: `${ROOM}/card` },
  { what: "a card of arrangements", scene: "arranged", at: `${ROOM}/card`, then: ["Print the card"] },
  { what: "noting whom to ring", scene: "arranged", at: `${ROOM}/card`, then: ["Note whom to ring"] },
  {
    what: "changing a line of the card",
    scene: "arranged",
    at: `${ROOM}/card`,
    then: ["Change this: Tomas, every evening at nine, to check the door"],
  },
  {
    what: "making a line of what was taken on",
    scene: "arranged",
    at: `${ROOM}/card`,
    then: ["Make a line of it: Ellen"],
  },
  { what: "the voices over time", scene: "voices-apart", at: `${ROOM}/voices` },
  { what: "the voices in words", scene: "voices-apart", at: `${ROOM}/voices`, then: ["In words"] },
  { what: "the voices of a long meeting", scene: "long", at: `${ROOM}/voices` },
  { what: "the meeting on the wall", scene: "voices-apart", at: `${ROOM}/wall` },
  { what: "another page while off the record", scene: "off-the-record", at: `${ROOM}/propose` },
  { what: "the wall while off the record", scene: "off-the-record", at: `${ROOM}/wall` },
  { what: "the keys", scene: "talking", at: `${ROOM}/voices`, then: [{ key: "?" }] },
  { what: "a laptop handed over", scene: "shared-pins", at: ROOM },
  {
    what: "another PIN than the right one",
    scene: "shared-pins",
    at: ROOM,
    then: ["Layla", { writes: "0000" }, { key: "Enter" }],
  },
  { what: "a PIN forgotten", scene: "shared-pins", at: ROOM, then: ["Layla", "The PIN is forgotten"] },
  { what: "who is here", scene: "interpreter-here", at: ROOM, then: ["Who is here"] },
  { what: "being called anew", scene: "talking", at: ROOM, then: ["Who is here", "Change how I am called"] },
  { what: "who is here, with someone without a device", scene: "seated", at: ROOM, then: ["Who is here"] },
  {
    what: "letting in someone without a device",
    scene: "seated",
    at: ROOM,
    then: ["Who is here", "Someone without a device"],
  },
  { what: "who is missing", scene: "missing-samira", at: ROOM, then: ["Who is here", "Name them"] },
  { what: "noting that someone is missing", scene: "talking", at: ROOM, then: ["Who is here", "Someone is missing"] },
  {
    what: "speaking of someone no more",
    scene: "missing-samira",
    at: ROOM,
    then: ["Who is here", "Speak of them no more: My aunt"],
  },
  { what: "what leaving means", scene: "talking", at: ROOM, then: ["Who is here", "Leave the meeting"] },
  { what: "what removing means", scene: "talking", at: ROOM, then: ["Who is here", LEAVES, "Karim"] },
];
