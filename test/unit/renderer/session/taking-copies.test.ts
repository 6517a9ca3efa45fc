import { PDFDocument } from "pdf-lib";
import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { verifyFile } from "../../../../shared/export/verify-file.ts";
import { verifyTogether } from "../../../../shared/export/verify-together.ts";
import type { Digest, VoiceId } from "../../../../shared/feed/ids.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { no } from "../../../../shared/result.ts";
import { comeIn, granted, laptopIn, type Laptop } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const ELLEN: Profile = { name: "Ellen", kind: "professional", relation: "nurse", colour: "teal" };
const LAYLA: Profile = { name: "Layla", kind: "network", relation: "Samira’s mother", colour: "plum" };
const JO: Profile = { name: "Jo", kind: "network", relation: "Samira’s housemate", colour: "olive" };

let ellen: MeetingSession;
let layla: MeetingSession;
let laptop: Laptop;
let jo: VoiceId;
let digest: Digest;

beforeEach(async () => {
  const room = new MemoryRoom();
  const [a, b] = [await laptopIn(room), await laptopIn(room)];
  laptop = await laptopIn(room);
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en", profile: ELLEN };
  ellen = granted(await a.meetings.begin(wish));
  layla = await comeIn(b, ellen);
  const laylaId = granted(await layla.introduce(LAYLA));
  await soon(() => {
    expect(ellen.view().state.voices.has(laylaId)).toBe(true);
  });
  granted(await ellen.admit(laylaId));
  jo = granted(await ellen.seat(JO));
  granted(await ellen.wordDecision("Five nights at home.", false));
  digest = await agreedByAll();
});

/** Ellen proposes the text as it stands, and everyone says yes: Jo aloud, which Layla has heard. */
async function agreedByAll(): Promise<Digest> {
  const proposed = granted(await ellen.propose([]));
  await soon(() => {
    expect(layla.view().openRevision).toBe(proposed);
  });
  granted(await ellen.consent(ownOf(ellen), proposed));
  granted(await layla.consent(ownOf(layla), proposed));
  granted(await ellen.consent(jo, proposed));
  await soon(() => {
    expect(layla.view().unwitnessed).toHaveLength(1);
  });
  for (const place of layla.view().unwitnessed) granted(await layla.witness(place));
  await soon(() => {
    for (const session of [ellen, layla]) expect(session.view().agreed).toBe(proposed);
  });
  return proposed;
}

function ownOf(session: MeetingSession): VoiceId {
  const [own] = session.view().localVoices;
  if (own === undefined) throw new Error("everyone here has a voice");
  return own;
}

describe("a copy that is taken along", () => {
  it("holds for a stranger, and so do the page and the paper it is put into", async () => {
    const { bundle, sealHtml, sealPdf } = granted(await layla.takeCopy(digest, "network"));
    const said = await verifyBundle(bundle);
    expect(said).toMatchObject({ ok: true, digest, madeBy: "Layla" });
    expect(said.voices.map(({ name, aloud }) => [name, aloud])).toEqual([
      ["Ellen", null],
      ["Layla", null],
      ["Jo", { scribe: "Ellen", witness: "Layla" }],
    ]);
    expect(await sealHtml("<!doctype html>")).toBeInstanceOf(Uint8Array);
    const pdf = await PDFDocument.create();
    pdf.addPage();
    expect((await verifyFile(await sealPdf(new Uint8Array(await pdf.save())))).form).toBe("pdf");
  });

  it("is not made while it is a draft, nor at a laptop where nobody has said yes to it", async () => {
    const draft = granted(await ellen.propose([]));
    expect(await ellen.takeCopy(draft, "network")).toEqual(no("not-final"));
    const tomas = await comeIn(laptop, ellen);
    const late = granted(await tomas.introduce({ name: "Tomas", kind: "peer", relation: "", colour: "rose" }));
    await soon(() => {
      expect(ellen.view().state.voices.has(late)).toBe(true);
    });
    granted(await ellen.admit(late));
    await soon(() => {
      expect(tomas.view().agreed).toBe(digest);
    });
    expect(await tomas.takeCopy(digest, "network")).toEqual(no("not-a-voice"));
    expect(await tomas.takeNotice(digest)).toEqual(no("not-a-voice"));
  });

  it("is made no more once a yes is taken back, and a notice says so to whoever has one", async () => {
    const { bundle } = granted(await layla.takeCopy(digest, "network"));
    expect(await layla.takeNotice(digest)).toEqual(no("nothing-to-tell"));
    granted(await layla.withdrawConsent(ownOf(layla), digest));
    await soon(async () => {
      expect(await ellen.takeCopy(digest, "network")).toEqual(no("consent-withdrawn"));
    });
    expect(ellen.view().agreed).toBe(digest);
    const notice = granted(await ellen.takeNotice(digest));
    expect(notice).not.toContain("Five nights");
    const [copy] = verifyTogether([await verifyBundle(bundle), await verifyBundle(notice)]);
    expect(copy).toMatchObject({ ok: true, withdrawn: [{ name: "Layla" }] });
  });

  it("of a record that was amended is told so by a notice, however many drafts came to nothing in between", async () => {
    const { bundle } = granted(await layla.takeCopy(digest, "network"));
    granted(await ellen.wordDecision("Two nights more.", false));
    granted(await ellen.propose([]));
    granted(await ellen.wordDecision("Jo checks the door.", false));
    const amended = await agreedByAll();
    expect(ellen.view().revisions.get(amended)?.revision.supersedes).toBe(digest);
    const notice = granted(await layla.takeNotice(digest));
    const [copy] = verifyTogether([await verifyBundle(bundle), await verifyBundle(notice)]);
    expect(copy).toMatchObject({ ok: true, supersededBy: { digest: amended } });
  });
});
