import { playAgreeing } from "./agreeing.ts";
import { ellen, jo, karim, layla, nadia, okafor, samira, tomas } from "./cast.ts";
import { letIn } from "./comparing-pictures.ts";
import { playConversation } from "./conversation.ts";
import { expectEverywhere } from "./expect-everywhere.ts";
import type { Hands } from "./hands.ts";
import { playReflecting } from "./reflecting.ts";
import type { Report } from "./report.ts";
import { scanInvitation } from "./scanning.ts";
import { playTogether } from "./together.ts";
import { playWithdrawing } from "./withdrawing.ts";

/** The four laptops: A Samira's, B Ellen's, C shared by Layla with Nadia, Dr Okafor and Tomas, D Karim's. */
export interface Room {
  readonly a: Hands;
  readonly b: Hands;
  readonly c: Hands;
  readonly d: Hands;
}

/** What can be done to the laptops from outside. */
export interface Circumstances {
  /** Takes laptop C off the network, and brings it back. */
  readonly take: () => Promise<void>;
  readonly bring: () => Promise<void>;
  /** Makes Karim's link a slow one. */
  readonly slow: () => void;
  /** Whether the room is open to laptops that are not this machine: then the invitation is a code to scan. */
  readonly isRoomOpen: boolean;
}

/** Plays the scenario to its end, with every “must be true” asserted on every laptop. */
export async function play(
  url: string,
  room: Room,
  report: Report,
  circumstances: Circumstances,
): Promise<{ readonly link: string }> {
  const { a, b, c, d } = room;
  const everyone = [a, b, c, d];
  let link = "";
  await report.step("begin", "Ellen starts the meeting and shows an invitation", async () => {
    link = await b.startMeeting(url, "Samira’s meeting", "Samira", ellen);
    if (circumstances.isRoomOpen) {
      const scanned = await scanInvitation(b);
      if (scanned !== link) throw new Error("the code leads elsewhere than the link");
    }
    await report.picture("begin-B", b.page);
  });
  await report.step(
    "arrive",
    "Samira, Layla and Karim knock, see the five pictures that Ellen sees, and are let in",
    async () => {
      await a.knock(link, samira);
      await c.knock(link, layla);
      await d.knock(link, karim);
      await report.picture("arrive-A", a.page);
      for (const [hands, arriving] of [
        [a, samira],
        [c, layla],
        [d, karim],
      ] as const) {
        await letIn(b, hands, arriving);
      }
      await expectEverywhere([a, c, d], (hands) => hands.summary, "the meeting opens by itself");
      circumstances.slow();
    },
  );
  await report.step("share", "Dr Okafor, Tomas and Nadia come to laptop C, each behind a PIN or a cover", async () => {
    for (const voice of [okafor, tomas, nadia]) {
      await c.addVoice(voice);
      await b.letIn(voice.name);
      await expectEverywhere(
        [c],
        ({ page }) => page.getByRole("button", { name: `Speaking as ${voice.name}` }),
        "speaks",
      );
    }
    for (const hands of everyone) {
      await hands.openPeople();
      for (const { name } of [okafor, tomas, nadia]) {
        await expectEverywhere([hands], ({ page }) => page.getByText(`${name} is here`), `${name} is here`);
      }
      await report.picture(`share-${hands.name}`, hands.page);
      await hands.page.keyboard.press("Escape");
    }
  });
  await report.step("seat", "Jo has no device and is let in all the same", async () => {
    await b.seat(jo);
    await expectEverywhere([a, c, d], ({ page }) => page.getByText("Jo", { exact: true }).first(), "Jo is here");
  });
  await playConversation(room, report);
  await playWithdrawing(room, report, circumstances);
  await playReflecting(room, report);
  await playTogether(room, report);
  await playAgreeing(room, report);
  return { link };
}
