import type { ConsoleMessage, Page } from "playwright-core";
import { encodeSync } from "../../../renderer/transport/peer-message.ts";
import { encodeRun } from "../../../renderer/transport/slots.ts";
import { ellen, samira } from "../../demo/cast.ts";
import type { Hands } from "../../demo/hands.ts";
import { openPlace, type Place } from "../../e2e/meeting/place.ts";
import type { Attack } from "../attack.ts";
import type { AttackResult } from "../run-attack.ts";
import { ODD_ELEMENTS } from "../summary/odd-contents.ts";
import { deletionOf, editOf, wordsUnder } from "../yjs-updates.ts";

const WISH = "I want to sleep.";
const QUESTION = "What would you like to use this time for?";

/** Two honest laptops with the real program in real browsers, and a modified one that was let in, over real WebRTC. */
interface Room {
  readonly samiras: Hands;
  readonly ellens: Hands;
  readonly thief: Page;
}

interface BrowserAttack extends Pick<Attack, "name" | "promise"> {
  /** Words that are on no honest screen unless the attack has succeeded. */
  readonly lie: string;
  /** Tries it; returns how often. */
  readonly act: (room: Room) => Promise<number>;
}

/** Keeps the channels of a page at hand. */
const KEEP_CHANNELS = `
  window.channels = [];
  const create = RTCPeerConnection.prototype.createDataChannel;
  RTCPeerConnection.prototype.createDataChannel = function (...wish) {
    const channel = create.apply(this, wish);
    window.channels.push(channel);
    return channel;
  };
`;

async function sendFrames(thief: Page, frames: readonly Uint8Array[]): Promise<number> {
  for (const frame of frames) {
    await thief.evaluate(
      `for (const channel of window.channels) if (channel.readyState === "open") channel.send(new Uint8Array([${frame.join()}]))`,
    );
  }
  return frames.length;
}

const ATTACKS: readonly BrowserAttack[] = [
  {
    name: "over WebRTC: speak in another's name",
    promise: "P1",
    lie: "I am ill.",
    async act({ thief }) {
      await thief.evaluate(() => window.modified.claimToBe(window.modified.voices()["Samira"] ?? "", "I am ill."));
      return 1;
    },
  },
  {
    name: "over WebRTC: send malformed messages and delete from the wire doc",
    promise: "P5",
    lie: "deleted",
    act: async ({ thief }) =>
      sendFrames(
        thief,
        [
          ...[[1], [1, 9], [1, 0, 0, 3, 1, 2], [1, 0, 2, 200, 1], [1, 1, 3, 1, 5, 0], [1, 4, 1, 1, 97], [0, 65]],
          [1, 112, 255, 255, 255, 255, 15],
        ]
          .map((frame) => Uint8Array.from(frame))
          .concat([
            Uint8Array.of(1, ...encodeSync("update", deletionOf([{ client: 5, clock: 0, length: 2 ** 30 }]))),
            Uint8Array.of(1, ...encodeSync("update", encodeRun({ client: 1, clock: 0, contents: [Uint8Array.of(1)] }))),
          ]),
      ),
  },
  {
    name: "over WebRTC: put things into the summary that no editor makes",
    promise: "P5",
    lie: "loose text",
    async act({ thief }) {
      const clientId = await thief.evaluate(() => window.modified.clientId());
      // One client's edits follow each other: all of it goes as one.
      const update = editOf(clientId, (doc) => {
        for (const odd of ODD_ELEMENTS) odd(doc);
      });
      await thief.evaluate((bytes) => window.modified.editSummary(bytes), [...update]);
      return ODD_ELEMENTS.length;
    },
  },
  {
    name: "over WebRTC: change another's utterance",
    promise: "P2",
    lie: "I agree to all.",
    async act({ thief }) {
      const edit = () => window.modified.editAnothers(window.modified.utterances()[1] ?? "", "I agree to all.");
      await thief.evaluate(edit);
      return 1;
    },
  },
  {
    name: "over WebRTC: write in the summary as another",
    promise: "P1",
    lie: "I take the medicine.",
    async act({ thief }) {
      const update = wordsUnder(1234, "I take the medicine.");
      await thief.evaluate((bytes) => window.modified.editSummary(bytes), [...update]);
      const write = () =>
        window.modified.writeSummaryAs(window.modified.voices()["Samira"] ?? "", "I take the medicine.");
      await thief.evaluate(write);
      return 2;
    },
  },
];

/** Runs what needs a browser. `place` has to be closed by whoever opened it. */
export async function attackInBrowsers(): Promise<readonly AttackResult[]> {
  const place = await openPlace();
  try {
    const [samiras, ellens] = [await place.laptop("A"), await place.laptop("B")];
    const faults: string[] = [];
    for (const { page } of [samiras, ellens]) watch(page, faults);
    const link = await ellens.startMeeting(place.url, "Samira’s meeting", "Samira", ellen);
    await samiras.knock(link, samira);
    await ellens.letIn("Samira");
    await ellens.say("Ellen", QUESTION);
    await samiras.utterance(QUESTION).waitFor();
    await samiras.say("Samira", WISH);
    await ellens.utterance(WISH).waitFor();
    const results: AttackResult[] = [];
    for (const [index, attack] of ATTACKS.entries()) {
      results.push(await attackOnce(attack, place, { samiras, ellens, link, name: `Someone ${index}` }, faults));
    }
    return results;
  } finally {
    await place.close();
  }
}

async function attackOnce(
  { name, promise, lie, act }: BrowserAttack,
  place: Place,
  room: { readonly samiras: Hands; readonly ellens: Hands; readonly link: string; readonly name: string },
  faults: string[],
): Promise<AttackResult> {
  const { samiras, ellens, link } = room;
  const began = performance.now();
  const harms: string[] = [];
  let tried = 0;
  const before = await Promise.all([samiras, ellens].map(shownBy));
  const laptop = await place.modified();
  try {
    await letIn(laptop.page, link, room.name, ellens);
    tried = await act({ samiras, ellens, thief: laptop.page });
    const sign = `Who else is here, ${room.name}?`;
    await ellens.say("Ellen", sign);
    await samiras.utterance(sign).waitFor();
    await samiras.page.waitForTimeout(500);
    for (const [index, hands] of [samiras, ellens].entries()) {
      const shown = await shownBy(hands);
      for (const article of before[index] ?? []) if (!shown.includes(article)) harms.push(`${article} is gone`);
      if ((await hands.page.getByText(lie).count()) > 0) harms.push(`“${lie}” stands on the screen of ${hands.name}`);
    }
  } catch (error) {
    harms.push(`it came to no end: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    await laptop.close();
  }
  harms.push(...faults.splice(0).map((fault) => `in a console: ${fault}`));
  return { name, promise, tried, succeeded: harms.length, harms, tookMs: performance.now() - began };
}

/** A modified program knocks, is let in under a name of its own, and hears everything. */
async function letIn(thief: Page, link: string, name: string, host: Hands): Promise<void> {
  await thief.evaluate(KEEP_CHANNELS);
  await thief.evaluate(([invitation, own]) => window.modified.knock(invitation, own), [link, name] as const);
  await host.letIn(name);
  await thief.waitForFunction(
    () =>
      window.modified.isInside() &&
      window.modified.voices()["Samira"] !== undefined &&
      window.modified.utterances().length >= 2,
  );
}

async function shownBy({ page }: Hands): Promise<readonly string[]> {
  return page.getByRole("article").allInnerTexts();
}

/** Takes note of everything that would stand in a console in red. */
function watch(page: Page, faults: string[]): void {
  page.on("pageerror", (error) => faults.push(error.stack ?? error.message));
  page.on("console", (message: ConsoleMessage) => {
    if (message.type() === "error") faults.push(message.text());
  });
}
