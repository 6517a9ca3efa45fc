import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Scene } from "../../gallery/scenes.ts";
import { openGallery, ROOM, type GalleryPage } from "./gallery-page.ts";

const LEAVES = "Someone leaves for good, or a laptop is lost";

/** Every screen there is, as a moment and a place, and what to press first to get there. */
const SCREENS: readonly { what: string; scene: Scene; at: string; press?: readonly string[] }[] = [
  { what: "home with a meeting", scene: "talking", at: "#/" },
  { what: "home with nothing yet", scene: "nothing", at: "#/" },
  { what: "starting a meeting", scene: "nothing", at: "#/start" },
  { what: "joining with a link", scene: "nothing", at: "#/join" },
  { what: "settings", scene: "nothing", at: "#/settings" },
  { what: "a passphrase to be set", scene: "nothing", at: "#/settings", press: ["Lock what is kept on this laptop"] },
  { what: "a passphrase to be changed", scene: "locked-open", at: "#/settings", press: ["Change the passphrase"] },
  { what: "a laptop that is locked", scene: "locked", at: "#/" },
  {
    what: "a passphrase forgotten",
    scene: "locked",
    at: "#/",
    press: ["The passphrase is forgotten", "Begin anew here"],
  },
  { what: "an invitation in the address", scene: "link-given", at: "#the-link" },
  { what: "arriving with an invitation", scene: "invited", at: ROOM },
  { what: "another voice on this laptop", scene: "shared", at: `${ROOM}/voice` },
  { what: "a meeting that has just begun", scene: "empty", at: ROOM },
  { what: "a meeting in the middle", scene: "talking", at: ROOM },
  { what: "someone at the door", scene: "knocking", at: ROOM },
  { what: "the invitation", scene: "talking", at: ROOM, press: ["Invite"] },
  { what: "who is here", scene: "talking", at: ROOM, press: ["Who is here"] },
  { what: "who speaks", scene: "shared", at: ROOM, press: ["Speaking as Tomas"] },
  { what: "questions to ask", scene: "talking", at: ROOM, press: ["Questions to ask", "Having a say"] },
  { what: "a decision being worded", scene: "talking", at: ROOM, press: ["Write down a decision"] },
  { what: "words put aside", scene: "quarantined", at: ROOM },
  { what: "a pause", scene: "paused", at: ROOM },
  { what: "words written down for someone here", scene: "unconfirmed", at: ROOM },
  { what: "words that one did not say", scene: "unconfirmed", at: ROOM, press: ["I didn’t say that"] },
  { what: "words written down for someone without a device", scene: "seated", at: ROOM },
  { what: "an answer that waits for a witness", scene: "seated-answered", at: ROOM },
  { what: "words taken back that let it be seen", scene: "taken-back", at: ROOM },
  { what: "something said aloud, to be witnessed", scene: "aloud", at: ROOM },
  { what: "writing down for someone", scene: "writing-for", at: ROOM },
  { what: "who is here, with someone without a device", scene: "seated", at: ROOM, press: ["Who is here"] },
  {
    what: "letting in someone without a device",
    scene: "seated",
    at: ROOM,
    press: ["Who is here", "Someone without a device"],
  },
  { what: "whom it is about", scene: "talking", at: ROOM, press: ["Who is here", LEAVES] },
  { what: "what removing means", scene: "talking", at: ROOM, press: ["Who is here", LEAVES, "Karim"] },
  { what: "a removal that is wished", scene: "removal", at: ROOM },
  { what: "the room for someone who was removed", scene: "removed", at: ROOM },
  { what: "a meeting kept only in this window", scene: "guest", at: ROOM },
  { what: "forgetting what was crossed out", scene: "talking", at: ROOM, press: ["Forget what was crossed out"] },
  { what: "reading aloud", scene: "reading-aloud", at: `${ROOM}/read`, press: ["Jo"] },
  {
    what: "an answer written down",
    scene: "reading-aloud",
    at: `${ROOM}/read`,
    press: ["Jo", "Yes, this can stand"],
  },
  { what: "a reflection, listening", scene: "reflecting-samira", at: ROOM },
  { what: "a reflection, thinking aloud", scene: "reflecting-ellen", at: ROOM },
  { what: "space for an answer", scene: "space-samira", at: ROOM },
  { what: "the team leaving space", scene: "space-ellen", at: ROOM },
  { what: "off the record", scene: "off-the-record", at: ROOM },
  { what: "another page while off the record", scene: "off-the-record", at: `${ROOM}/propose` },
  { what: "words beside their rendering", scene: "rendered-samira", at: ROOM },
  { what: "an interpreter at work", scene: "rendered-nadia", at: ROOM, press: ["Word it anew: what Layla said"] },
  { what: "the voices over time", scene: "voices-apart", at: `${ROOM}/voices` },
  { what: "the voices in words", scene: "voices-apart", at: `${ROOM}/voices`, press: ["In words"] },
  { what: "the voices of a long meeting", scene: "long", at: `${ROOM}/voices` },
  { what: "the meeting on the wall", scene: "voices-apart", at: `${ROOM}/wall` },
  { what: "choosing what is proposed", scene: "talking", at: `${ROOM}/propose` },
  { what: "handing the laptop over", scene: "proposed-shared", at: `${ROOM}/read` },
  { what: "the cover", scene: "proposed-shared", at: `${ROOM}/read`, press: ["Layla"] },
  { what: "reading alone", scene: "second-round", at: `${ROOM}/read` },
  { what: "after “not yet”", scene: "second-round", at: `${ROOM}/read`, press: ["Not yet"] },
  { what: "a draft to take home", scene: "proposed", at: `${ROOM}/record`, press: ["Paper (PDF)"] },
  { what: "the agreed record", scene: "agreed", at: `${ROOM}/record` },
];

/** These fit a small laptop without scrolling the page; what is long scrolls inside. */
const FITS = new Set([
  "the meeting on the wall",
  "a meeting in the middle",
  "a meeting that has just begun",
  "someone at the door",
  "a pause",
  "words written down for someone without a device",
  "something said aloud, to be witnessed",
  "writing down for someone",
  "a removal that is wished",
  "the room for someone who was removed",
]);

let gallery: GalleryPage;
beforeAll(async () => {
  gallery = await openGallery();
});
afterAll(() => gallery.close());

async function show(screen: (typeof SCREENS)[number]): Promise<void> {
  await gallery.show(screen.scene, screen.at);
  for (const name of screen.press ?? []) await gallery.page.getByRole("button", { name, exact: true }).click();
}

describe.each(SCREENS)("$what", (screen) => {
  it.each(["light", "dark"] as const)("puts no barrier in anyone’s way, in the %s", async (colorScheme) => {
    await gallery.page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await show(screen);
    expect(await gallery.barriers()).toEqual([]);
    expect(gallery.complaints).toEqual([]);
  });

  it("begins at its heading, and has one", async () => {
    await gallery.show(screen.scene, screen.at);
    expect(await gallery.page.locator("h1:visible").count()).toBeGreaterThan(0);
    expect(await gallery.page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
    expect(await gallery.page.title()).not.toBe("");
  });

  it("does not run off the side of a narrow window, nor with text of twice the size", async () => {
    const sideways = () =>
      gallery.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    try {
      await gallery.page.setViewportSize({ width: 700, height: 900 });
      await show(screen);
      expect(await sideways()).toBe(0);
      await gallery.page.setViewportSize({ width: 1366, height: 768 });
      await gallery.page.evaluate(() => document.documentElement.style.setProperty("--text-scale", "2"));
      expect(await sideways()).toBe(0);
      await gallery.page.setViewportSize({ width: 390, height: 844 });
      // What is open beside a button finds its new place first.
      await expect.poll(sideways).toBe(0);
    } finally {
      await gallery.page.setViewportSize({ width: 1366, height: 768 });
    }
  });

  if (!FITS.has(screen.what)) return;

  it("fits a small laptop as a whole", async () => {
    await show(screen);
    const below = await gallery.page.evaluate(
      () => document.documentElement.scrollHeight - document.documentElement.clientHeight,
    );
    expect(below).toBe(0);
  });
});
