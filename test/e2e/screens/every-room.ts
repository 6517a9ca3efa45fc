import type { Shown } from "./every-page.ts";
import { ROOM } from "./gallery-page.ts";

const room = (what: string, scene: Shown["scene"], ...then: NonNullable<Shown["then"]>): Shown => ({
  what,
  scene,
  at: ROOM,
  then,
});

const NIGHTS = "How we came to this";

/** The room in every state it has, and everything that opens in it. */
export const EVERY_ROOM: readonly Shown[] = [
  room("a meeting that has just begun", "empty"),
  room("a meeting in the middle", "talking"),
  room("a long record", "long"),
  room("someone at the door", "knocking"),
  room("the invitation", "talking", "Invite"),
  room("the invitation while the room is closed", "room-closed", "Invite"),
  room("the invitation while the room is open", "room-open", "Invite"),
  room("the invitation of an open room without a network", "room-no-network", "Invite"),
  room("what else there is", "talking", "More"),
  room("who speaks", "shared", "Speaking as Tomas"),
  room("a PIN to be set", "shared", "Speaking as Tomas", "A PIN for Tomas"),
  room("a PIN to be changed", "shared-pins", "Layla", { writes: "قهوة" }, { key: "Enter" }, ...pinOf("Layla")),
  room("questions to ask", "talking", "Questions to ask", "Having a say"),
  room("notes to oneself", "talking", "Notes to yourself", { writes: "Ask Jo." }, "Keep this note"),
  room("a note let go of", "talking", ...noteToOneself("Ask Jo."), "Let it go: Ask Jo."),
  room("a note being changed", "talking", ...noteToOneself("Ask Jo."), "Change: Ask Jo."),
  room("words that are only here", "talking", { writes: "I want to keep walking" }),
  room("words that the others see", "talking", "Others see it as I write", { writes: "I want to keep walking" }),
  room("words let go of", "talking", { writes: "I want to keep" }, "Let these words go"),
  room("language hints", "knocking", ...hintsWished(), { writes: "The mentally ill patient" }),
  room("writing down for someone", "writing-for"),
  room("handing the writing over", "writing-for", "Hand the writing to someone"),
  room("being asked to write", "asked-to-write"),
  room("answering some words", "answering-some"),
  room("choosing the words to answer", "talking", "Answer some words of Tomas"),
  room("words put differently", "put-differently", "How it was put before", "Look at what was said then"),
  room("putting one’s words differently", "correcting"),
  room("taking words back", "talking", "Take these words back"),
  room("words kept out of the record", "readers-samira", "Take these words back", "Keep this out of the record"),
  room("words taken back that let it be seen", "taken-back"),
  room("words written down for someone here", "unconfirmed"),
  room("words that one did not say", "unconfirmed", "I didn’t say that"),
  room("words written down for someone without a device", "seated"),
  room("an answer that waits for a witness", "seated-answered"),
  room("something said aloud, to be witnessed", "aloud"),
  room("words that are imagined", "missing-samira"),
  room("imagining what someone might say", "missing-ellen", "Who is here", imagine("someone who is not here")),
  room("being here to interpret", "interpreter-here"),
  room("words beside their rendering", "rendered-samira"),
  room("a rendering being written", "rendered-nadia", "Word it anew: what Layla said", "Add a note on a word"),
  room("a reflection, listening", "reflecting-samira"),
  room("a reflection, thinking aloud", "reflecting-ellen"),
  room("space for an answer", "space-samira"),
  room("the team leaving space", "space-ellen"),
  room("off the record", "off-the-record"),
  room("wishing to keep what was said", "off-the-record", "Keep what was said"),
  room("what was decided", "deciding"),
  room("what someone without their own device said of a decision", "deciding-layla"),
  room("how a decision came about", "deciding", NIGHTS, "Write down a way"),
  room("what matters to someone", "deciding", NIGHTS, "What matters to Ellen"),
  room("a decision being worded", "talking", "Write down a decision"),
  room("a decision being reworded", "deciding", NIGHTS, "Reword this"),
  room("where someone stands", "deciding", "Where Ellen stands", { ticks: "I do not agree" }),
  room("taking something on", "deciding", "Take something on"),
  room("when it is looked at again", "deciding", NIGHTS, "Change when we look at it again"),
  room("a wish being written down", "talking", "Write down a wish"),
  room("what makes a wish safer", "deciding", "In Ellen’s words: What makes it safer"),
  room("the next time", "deciding", "Change the next time"),
  room("forgetting what was crossed out", "talking", "Forget what was crossed out"),
  room("a text to be read", "proposed"),
  room("words put aside", "quarantined"),
  room("a pause", "paused"),
  room("a removal that is wished", "removal"),
  room("the room for someone who was removed", "removed"),
  room("a meeting kept only in this window", "guest"),
];

function pinOf(name: string) {
  return [`Speaking as ${name}`, `A PIN for ${name}`];
}

function noteToOneself(words: string) {
  return ["Notes to yourself", { writes: words }, "Keep this note"];
}

function hintsWished() {
  return ["More", "Settings", { ticks: "Language hints for professionals" }, "Back"];
}

function imagine(called: string) {
  return `Imagine what they might say: ${called}`;
}
