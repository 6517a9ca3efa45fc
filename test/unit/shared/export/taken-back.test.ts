import { describe, expect, it } from "vitest";
import { signConsent, signWithdrawal } from "../../../../shared/consent/proof.ts";
import type { ProposedRevision } from "../../../../shared/consent/state.ts";
import { makeNotice } from "../../../../shared/export/bundle.ts";
import { toldHere } from "../../../../shared/export/known-here.ts";
import { verifyFile } from "../../../../shared/export/verify-file.ts";
import { verifyTogether } from "../../../../shared/export/verify-together.ts";
import { meeting, thursday } from "../../../cast/samiras-meeting.ts";
import { bundleFor, pageFor, proven } from "../../../cast/proven.ts";
import { ellen, samira } from "../../../cast/seven-voices.ts";

const { digest } = proven;
const { id, privateKey } = samira;
const MINUTE = 60_000;

/** The record once Samira has said yes to it, at this minute after five. */
async function yesAt(minute: number, record = proven): Promise<ProposedRevision> {
  const document = await signConsent({
    ...{ meeting, voice: id, digest, privateKey, givenAtMs: thursday + minute * MINUTE },
  });
  const yes = { answer: "yes", at: 1, document, witness: null } as const;
  return { ...record, answers: new Map(record.answers).set(id, yes) };
}

/** The same once she has taken that back, as the clock of her laptop says at this minute after five. */
async function takenBackAt(minute: number, record: ProposedRevision): Promise<ProposedRevision> {
  const yes = record.answers.get(id);
  if (yes?.answer !== "yes") throw new Error("only a yes can be taken back");
  const withdrawal = await signWithdrawal({
    ...{ meeting, voice: id, digest, privateKey, withdrawnAtMs: thursday + minute * MINUTE },
  });
  return { ...record, answers: new Map(record.answers).set(id, { ...yes, answer: "withdrawn", withdrawal }) };
}

async function notice(proposed: ProposedRevision): Promise<string> {
  const made = await makeNotice({ proposed, supersededBy: null, madeBy: ellen, madeAtMs: thursday + 90 * MINUTE });
  if (!made.ok) throw new Error(made.reason);
  return made.value;
}

/** When each file says that Samira took her yes back, and when it says that she gave it again. */
async function told(files: readonly (string | Uint8Array)[], here: readonly ProposedRevision[] = []) {
  const bytes = files.map((file) => (typeof file === "string" ? new TextEncoder().encode(file) : file));
  const known = toldHere(new Map(here.map((one) => [one.digest, one])));
  return verifyTogether(await Promise.all(bytes.map(verifyFile)), known).map(({ withdrawn, givenAgain }) => ({
    back: withdrawn.map((one) => minuteOf(one.withdrawnAt)),
    again: givenAgain.map((one) => minuteOf(one.givenAgainAt)),
  }));
}

const minuteOf = (iso: string) => (Date.parse(iso) - thursday) / MINUTE;
const back = (minute: number) => ({ back: [minute], again: [] });
const again = (minute: number) => ({ back: [], again: [minute] });
const nothing = { back: [], again: [] };

const first = await yesAt(1);
const taken = await takenBackAt(10, first);
const second = await yesAt(20, taken);
const takenTwice = await takenBackAt(30, second);
const files = {
  first: await bundleFor("network", first),
  taken: await notice(taken),
  second: await bundleFor("network", second),
  takenTwice: await notice(takenTwice),
};

describe("a yes that was taken back", () => {
  it("is told of a copy, of a notice, and of the proof in a page that was changed", async () => {
    expect(await told([files.first, files.taken])).toEqual([back(10), back(10)]);
    const page = Buffer.from(await pageFor("network")).toString();
    const changed = Buffer.from(page.replace("</body>", " </body>"));
    expect(await told([changed, files.taken])).toEqual([back(10), back(10)]);
    expect(await told([changed])).toEqual([nothing]);
  });

  it("stays so where the clock was set back between the yes and taking it back", async () => {
    const early = await notice(await takenBackAt(-5, first));
    expect(await told([early])).toEqual([back(-5)]);
    expect(await told([files.first, early])).toEqual([back(-5), back(-5)]);
  });

  it("is not told of any copy once the yes was given again, and the notice says when", async () => {
    expect(await told([files.first, files.taken, files.second])).toEqual([again(20), again(20), again(20)]);
    expect(await told([files.second])).toEqual([nothing]);
  });

  it("is told once more where it was taken back once more, whatever else is at hand", async () => {
    expect(await told(Object.values(files))).toEqual([back(30), back(30), back(30), back(30)]);
    expect(await told([files.first, files.takenTwice])).toEqual([back(30), back(30)]);
  });

  it("is not overcome by a yes that was itself taken back, in whatever order the clock has them", async () => {
    const early = await takenBackAt(-30, first);
    const againEarly = await yesAt(-20, early);
    const twice = await notice(await takenBackAt(-10, againEarly));
    expect(await told([files.first, await notice(early), twice])).toEqual([back(-10), back(-10), back(-10)]);
  });
});

describe("what this laptop knows", () => {
  it("overcomes a notice where the yes was given again here", async () => {
    expect(await told([files.first, files.taken], [second])).toEqual([again(20), again(20)]);
  });

  it("does not speak against a copy that was made after the yes was given again", async () => {
    expect(await told([files.second], [taken])).toEqual([again(20)]);
  });

  it("is told where the clock of the laptop was set back", async () => {
    expect(await told([files.first], [await takenBackAt(-5, first)])).toEqual([back(-5)]);
  });
});
