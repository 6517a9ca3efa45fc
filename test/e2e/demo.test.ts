import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeCopies } from "../exports/copies-hold.ts";
import { verifyFile } from "../../shared/export/verify-file.ts";
import { RECORD } from "../demo/said.ts";
import { canMakeNetworks } from "../network/network.ts";
import { WRITTEN } from "../demo/writing-together.ts";

const run = promisify(execFile);
const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));
/** A demo that comes to no end is ended, which closes its browsers, before the test gives it up and the next one begins. */
const demo = (...wish: readonly string[]) =>
  run(process.execPath, ["test/demo/main.ts", "--headless", ...wish], { cwd: REPOSITORY, timeout: 1_150_000 });

interface DemoReport {
  readonly by: string;
  readonly steps: readonly { readonly n: string; readonly ok: boolean; readonly ms: number }[];
  readonly laptops: string;
  readonly peers: number;
  readonly transport: string;
  readonly digest: string;
  readonly final: boolean;
  readonly erased: { readonly needle: string; readonly found: number; readonly placesSearched: readonly string[] };
}

/** What a bundle says of the summary in its copy. */
interface SummaryInBundle {
  readonly copy: {
    readonly voices: readonly { readonly id: string; readonly profile: { readonly name: string } }[];
    readonly summary: readonly { readonly runs: readonly { readonly voice: string; readonly text: string }[] }[];
  };
}

describe("the scenario's meeting, played on four laptops", () => {
  let dir: string;
  let report: DemoReport;
  let paper: string;
  let paperFacts: string;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), "polyphony-demo-"));
    // A step that does not hold makes the demo exit with 1, which rejects here with what it printed.
    await demo("--out", dir);
    // The demo writes its report in exactly this shape.
    report = JSON.parse(await readFile(join(dir, "report.json"), "utf8")) as DemoReport;
    paper = (await run("pdftotext", ["-layout", join(dir, "copies/network.pdf"), "-"])).stdout.replaceAll(/\s+/g, " ");
    paperFacts = (await run("pdfinfo", [join(dir, "copies/network.pdf")])).stdout;
  }, 1_200_000);

  afterAll(() => rm(dir, { recursive: true, force: true }));

  it("holds at every step on every laptop, over WebRTC alone, and ends agreed", () => {
    expect(report.steps.filter(({ ok }) => !ok)).toEqual([]);
    for (let n = 1; n <= 27; n += 1) expect(report.steps.map((step) => step.n)).toContain(String(n));
    expect(report).toMatchObject({ peers: 3, transport: "webrtc", final: true });
    expect(report.laptops).toBe(canMakeNetworks() ? "a network namespace each, over https" : "windows on one machine");
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it("finds what Karim took back on no laptop, nor on one that came new, also where one was off meanwhile", () => {
    expect(report.erased).toMatchObject({ needle: "Dad left", found: 0 });
    for (const laptop of ["A", "B", "C", "D", "E"]) {
      const places = report.erased.placesSearched.filter((place) => place.startsWith(`${laptop}: `));
      expect(places).toHaveLength(4);
    }
    expect(paper).not.toContain("Dad left");
  });

  it("leaves a tagged paper with a title", () => {
    expect(paperFacts).toMatch(/^Tagged: +yes$/m);
    expect(paperFacts).toMatch(/^Title: +Samira’s meeting$/m);
  });

  it("has every utterance with its voice on paper, on the page and in the text", async () => {
    const page = (await readFile(join(dir, "copies/network.html"), "utf8"))
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ");
    const text = (await readFile(join(dir, "copies/network.md"), "utf8"))
      .replaceAll(/[*>\\]/g, "")
      .replaceAll(/\s+/g, " ");
    for (const [index, { voice, words }] of RECORD.entries()) {
      // The voice stands before its words, with nobody else's words in between.
      const others = RECORD.filter((_, other) => other !== index).map((one) => one.words);
      for (const form of [paper, page, text]) {
        // pdftotext gives the full stop of a line that runs from right to left where it is drawn: before it.
        const read = form === paper && /\p{Script=Arabic}/u.test(words) ? words.slice(0, -1) : words;
        const until = form.indexOf(read);
        expect(until).toBeGreaterThan(0);
        const before = form.slice(0, until);
        const between = before.slice(before.lastIndexOf(voice));
        expect(between.startsWith(voice)).toBe(true);
        expect(others.some((other) => between.includes(other))).toBe(false);
      }
    }
  });

  it("lists each voice's consent, and the digest they consented to", () => {
    const consents = paper.slice(paper.indexOf("Consents"));
    for (const voice of ["Ellen", "Samira", "Layla", "Dr Okafor", "Tomas", "Karim", "Jo"])
      expect(consents).toContain(voice);
    expect(consents).toContain(report.digest);
  });

  describeCopies(() => join(dir, "copies"), REPOSITORY);

  it("attributes every letter of the summary to whoever typed it, also where others divided, joined and headed its lines", async () => {
    // The bundle was checked when it was taken along: a copy has this shape.
    const bundle = JSON.parse(await readFile(join(dir, "copies/network.polyphony"), "utf8")) as SummaryInBundle;
    const { voices, summary } = bundle.copy;
    const written = new Map<string, string>();
    for (const { voice, text } of summary.flatMap(({ runs }) => runs)) {
      const name = voices.find(({ id }) => id === voice)?.profile.name ?? "nobody";
      written.set(name, (written.get(name) ?? "") + text);
    }
    const letters = (words: string) => words.replaceAll(/\s+/g, "");
    for (const [name, words] of Object.entries(WRITTEN))
      expect(letters(written.get(name) ?? ""), name).toBe(letters(words));
    expect([...written.keys()].sort()).toEqual(Object.keys(WRITTEN).sort());
  });

  it("leaves copies for the GP of the very text that all laptops show as agreed", async () => {
    for (const form of ["html", "large.pdf", "pdf", "polyphony"]) {
      const verified = await verifyFile(await readFile(join(dir, `copies/gp.${form}`)));
      expect(verified).toMatchObject({ ok: true, reader: "The GP", digest: report.digest });
    }
  });

  it("leaves pictures of what each laptop showed", async () => {
    const pictures = await readdir(join(dir, "screens"));
    for (let n = 1; n <= 27; n += 1) {
      for (const laptop of ["A", "B", "C", "D"]) {
        expect(pictures).toContain(`${String(n).padStart(2, "0")}-${laptop}.png`);
      }
    }
  });
});

describe("the same meeting, played with nothing but keys", () => {
  it("holds at every step on every laptop", async () => {
    const dir = await mkdtemp(join(tmpdir(), "polyphony-demo-"));
    try {
      await demo("--keyboard", "--out", dir);
      // The demo writes its report in exactly this shape.
      const report = JSON.parse(await readFile(join(dir, "report.json"), "utf8")) as DemoReport;
      expect(report.steps.filter(({ ok }) => !ok)).toEqual([]);
      expect(report).toMatchObject({ by: "keyboard alone", final: true });
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  }, 1_200_000);
});
