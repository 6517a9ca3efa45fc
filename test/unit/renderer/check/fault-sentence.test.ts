import { describe, expect, it } from "vitest";
import { sentencesFor } from "../../../../electron/verify/sentences.ts";
import { faultSentence } from "../../../../renderer/check/fault-sentence.ts";
import { createMessages } from "../../../../renderer/i18n/messages.ts";
import { canonicalText } from "../../../../shared/consent/canonical.ts";
import { parseBundle } from "../../../../shared/export/bundle-shape.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { nothingVerified, outcomeOf } from "../../../../shared/export/verify-outcome.ts";
import { bundleFor } from "../../../cast/proven.ts";
import { samira } from "../../../cast/seven-voices.ts";

const { t } = createMessages();
const copy = await verifyBundle(await bundleFor("network"));

describe("what is wrong with a file, in words", () => {
  it.each([
    ["file", "changed", "The file: changed since."],
    ["summary", "changed", "What we want to remember: changed since."],
    ["next-meeting", "missing", "Next time: not there any more."],
    ["decisions/2", "added", "What we will do, number 2: added since."],
    ["consents/1", "not-signed", `The yes of ${copy.voices[0]?.name ?? "?"}: not signed by whoever it names.`],
    ["consents/99", "missing", "The consents: not there any more."],
    ["words/999", "added", "In our own words, number 999: added since."],
    ["superseded-by/consents/1", "not-signed", "What it tells of a later record: not signed by whoever it names."],
    ["whatever", "changed", "Another part: changed since."],
  ] as const)("%s, %s", (part, why, sentence) => {
    expect(faultSentence(t, { part, why }, copy)).toBe(sentence);
  });

  it("names whose words they are", () => {
    const voice = copy.copy?.utterances?.[0]?.voice;
    const name = copy.copy?.voices.find(({ id }) => id === voice)?.profile.name ?? "?";
    expect(faultSentence(t, { part: "words/1", why: "changed" }, copy)).toContain(`number 1, ${name}`);
  });

  it("names whose yes is not there any more, not who stands in that place instead", async () => {
    const whole = parseBundle(await bundleFor("network"));
    if (!whole.ok) throw new Error(whole.reason);
    const { consents } = whole.value;
    const without = { ...whole.value, consents: consents.filter(({ voice }) => voice !== samira.id) };
    const found = await verifyBundle(canonicalText(without));
    const place = consents.findIndex(({ voice }) => voice === samira.id) + 1;
    const fault = found.faults.find(({ part }) => part === `consents/${String(place)}`);
    if (fault === undefined) throw new Error("a yes is missing");
    expect(faultSentence(t, fault, found)).toContain("The yes of Samira:");
    expect(sentencesFor("gp.polyphony", found).join("\n")).toContain("The yes of Samira ");
    // Where there is no copy, nobody’s name is known.
    expect(faultSentence(t, fault, { ...found, copy: null })).toContain("The consents:");
    expect(sentencesFor("gp.polyphony", { ...found, copy: null }).join("\n")).toContain(`Yes number ${String(place)} `);
  });

  it("calls changed only what is a record", () => {
    expect(outcomeOf(copy)).toBe("holds");
    expect(outcomeOf({ ...copy, notice: true })).toBe("notice");
    const changed = { ...copy, ok: false, faults: [{ part: "summary", why: "changed" } as const] };
    expect(outcomeOf(changed)).toBe("changed");
    const around = { ...copy, ok: false, form: "pdf", faults: [{ part: "file", why: "changed" }] } as const;
    expect(outcomeOf(around)).toBe("around");
    expect(outcomeOf({ ...around, form: "bundle" })).toBe("changed");
    expect(outcomeOf({ ...changed, form: "html", faults: [...changed.faults, ...around.faults] })).toBe("changed");
    expect(outcomeOf(nothingVerified({ part: "file", why: "no-proof" }, "pdf"))).toBe("unknown");
  });
});
