import { beforeEach, describe, expect, it } from "vitest";
import type { MeetingSession } from "../../../../renderer/session/meeting-session.ts";
import type { Digest, VoiceId } from "../../../../shared/feed/ids.ts";
import type { Profile } from "../../../../shared/meeting/shapes.ts";
import { no } from "../../../../shared/result.ts";
import { comeIn, granted, laptopIn, type Laptop } from "../../../cast/laptops.ts";
import { soon } from "../../../cast/soon.ts";
import { MemoryRoom } from "../../../twins/memory-carrier.ts";

const profile = (name: string): Profile => ({ name, kind: "network", relation: "", colour: "teal" });

let ellen: MeetingSession;
let layla: MeetingSession;
let nadia: MeetingSession;
let nadiaId: VoiceId;
let jo: VoiceId;
let digest: Digest;

/** Ellen proposes a text that asks her, Layla, who has spoken, and Jo, who has no device; Nadia comes after that. */
beforeEach(async () => {
  const room = new MemoryRoom();
  const [a, b, c] = [await laptopIn(room), await laptopIn(room), await laptopIn(room)];
  const wish = { name: "Samira’s meeting", personCalled: "Samira", language: "en", profile: profile("Ellen") };
  ellen = granted(await a.meetings.begin(wish));
  [layla] = await letIn(b, "Layla");
  jo = granted(await ellen.seat(profile("Jo")));
  granted(await ellen.wordDecision("Five nights at home.", false));
  digest = granted(await ellen.propose([]));
  [nadia, nadiaId] = await letIn(c, "Nadia");
  await soon(() => {
    for (const session of [layla, nadia]) expect(session.view().openRevision).toBe(digest);
  });
});

async function letIn(laptop: Laptop, name: string): Promise<readonly [MeetingSession, VoiceId]> {
  const session = await comeIn(laptop, ellen);
  const voice = granted(await session.introduce(profile(name)));
  await soon(() => {
    expect(ellen.view().state.voices.has(voice)).toBe(true);
  });
  granted(await ellen.admit(voice));
  await soon(() => {
    expect(session.view().state.voices.get(voice)?.standing).toBe("admitted");
  });
  return [session, voice];
}

describe("a voice that came after a text", () => {
  it("says no yes to it, nor writes another’s down", async () => {
    for (const voice of [nadiaId, jo]) {
      expect(await nadia.consent(voice, digest)).toEqual(no("not-of-this-text"));
    }
  });

  it("witnesses no yes to it: that waits for someone whom the text asks", async () => {
    granted(await ellen.consent(jo, digest));
    await soon(() => {
      for (const session of [layla, nadia]) expect(session.view().unwitnessed).toHaveLength(1);
    });
    for (const place of nadia.view().unwitnessed) expect(await nadia.witness(place)).toEqual(no("not-of-this-text"));
    for (const place of layla.view().unwitnessed) granted(await layla.witness(place));
    await soon(() => {
      expect(nadia.view().revisions.get(digest)?.answers.get(jo)?.answer).toBe("yes");
      expect(nadia.view().unwitnessed).toEqual([]);
    });
  });

  it("has heard it when Jo says no to it, like anyone", async () => {
    granted(await ellen.withhold(jo, digest, "Not like this."));
    await soon(() => {
      expect(nadia.view().unwitnessed).toHaveLength(1);
    });
    for (const place of nadia.view().unwitnessed) granted(await nadia.witness(place));
    await soon(() => {
      expect(ellen.view().revisions.get(digest)?.answers.get(jo)?.answer).toBe("not-yet");
    });
  });
});
