import { describe, expect, it } from "vitest";
import { parseBundle, type Bundle } from "../../../../shared/export/bundle-shape.ts";
import { makeNotice } from "../../../../shared/export/bundle.ts";
import { thursday } from "../../../cast/samiras-meeting.ts";
import { bundleFor, gp, later, proven } from "../../../cast/proven.ts";
import { ellen, layla } from "../../../cast/seven-voices.ts";
import { withdrawnBy } from "../../../cast/withdrawn.ts";
import { holdsIndependently } from "../../../exports/independent-proofs.ts";

function read(text: string): Bundle {
  const parsed = parseBundle(text);
  if (!parsed.ok) throw new Error(parsed.reason);
  return parsed.value;
}

/** Everything in a bundle that is signed, the bundle itself too. */
function signedIn(bundle: Bundle): readonly (readonly [string, object])[] {
  const { consents, witnesses, withdrawals, supersededBy } = bundle;
  return [
    ...consents.map((one, index) => [`yes ${String(index + 1)}`, one] as const),
    ...witnesses.map((one) => ["that a yes was heard", one] as const),
    ...withdrawals.map((one) => ["that a yes was taken back", one] as const),
    ...(supersededBy?.consents ?? []).map((one) => ["a yes to the later text", one] as const),
    ["the whole", bundle],
  ];
}

const [rooms, gps] = [await bundleFor("network"), await bundleFor(gp)];
const notice = await makeNotice({
  proposed: await withdrawnBy(proven, layla),
  supersededBy: later,
  madeBy: ellen,
  madeAtMs: thursday,
});
if (!notice.ok) throw new Error(notice.reason);

describe("a library that is not ours", () => {
  it.each([
    ["the room’s copy", rooms, 9],
    ["the GP’s copy", gps, 9],
    ["a notice", notice.value, 17],
  ])("finds every signature of %s good", async (_what, text, signatures) => {
    const signed = signedIn(read(text));
    expect(signed).toHaveLength(signatures);
    for (const [what, document] of signed) expect([what, await holdsIndependently(document)]).toEqual([what, true]);
  });

  it.each(signedIn(read(notice.value)))("finds a changed letter in %s", async (_what, document) => {
    expect(await holdsIndependently({ ...document, meeting: "another-meeting" })).toBe(false);
  });
});
