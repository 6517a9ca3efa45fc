import type { Page } from "playwright-core";
import { canonicalText } from "../../../shared/consent/canonical.ts";
import { isFinal } from "../../../shared/consent/final.ts";
import { signConsent } from "../../../shared/consent/proof.ts";
import { digestOf } from "../../../shared/consent/root.ts";
import type { Answer, ProposedRevision } from "../../../shared/consent/state.ts";
import type { Revision } from "../../../shared/consent/statements.ts";
import type { UtteranceId, VoiceId } from "../../../shared/feed/ids.ts";
import { makeBundle } from "../../../shared/export/bundle.ts";
import { finishPdf } from "../../../shared/export/pdf-attach.ts";
import type { ExportRecord } from "../../../shared/export/record.ts";
import { renderDocx } from "../../../shared/export/render-docx.ts";
import { renderFhir } from "../../../shared/export/render-fhir.ts";
import { renderHtml } from "../../../shared/export/render-html.ts";
import { renderMarkdown } from "../../../shared/export/render-markdown.ts";
import { renderText } from "../../../shared/export/render-text.ts";
import { sealHtml, sealPdf, type Sealing } from "../../../shared/export/seal.ts";
import { exportStrings } from "../../cast/export-strings.ts";
import { firstRevision, meeting, thursday } from "../../cast/samiras-meeting.ts";
import { ellen, everyone } from "../../cast/seven-voices.ts";
import { granted } from "../../attack/place.ts";
import type { Bench } from "../bench.ts";
import { rowOf, type Row } from "../row.ts";
import { wordsOf } from "../words.ts";

const FULL = { runs: 7, warmUps: 2 };
const QUICK = { runs: 1, warmUps: 1 };
const UTTERANCES = 200;
const PDF_BUDGET_MS = 2000;
const OTHERS_BUDGET_MS = 300;

/**
 * How long it takes to make each form of an agreed record of 200 utterances, from the record in memory to the bytes of the
 * file, signed and sealed where the form is. The baseline is the least that can be done with it: writing its canonical text.
 */
export async function measureExport(bench: Bench): Promise<readonly Row[]> {
  const { runs, warmUps } = bench.quick ? QUICK : FULL;
  const record = await agreedRecord();
  const { page } = await bench.openLaptop();
  const rows: Row[] = [];
  for (const [name, { make, atMost }] of Object.entries(formsOf(record, page))) {
    const [ours, baseline]: [number[], number[]] = [[], []];
    let bytes = 0;
    for (let run = -warmUps; run < runs; run += 1) {
      const [begun, made] = [performance.now(), await make()];
      const took = performance.now() - begun;
      bytes = typeof made === "string" ? new TextEncoder().encode(made).length : made.length;
      const before = performance.now();
      canonicalText(record.proposed.revision);
      const least = performance.now() - before;
      if (run < 0) continue;
      ours.push(took);
      baseline.push(least);
    }
    rows.push(
      rowOf({
        name: `export-${name}`,
        unit: "ms",
        budget: { of: "ours", atMost },
        baselineName: "RFC 8785 text of the revision",
        quick: bench.quick,
        each: `one file of ${Math.round(bytes / 1000)} kB; ${warmUps} made before, uncounted`,
        ours,
        baseline,
        notes: [
          `${UTTERANCES} utterances of some 40 words, seven consents`,
          name === "pdf"
            ? "rendered here, printed by Chromium, proof attached and sealed here"
            : "in Node, with the code that runs in the window",
        ],
      }),
    );
  }
  return rows;
}

function formsOf(record: ExportRecord, page: Page) {
  const { proposed, reader } = record;
  const bundle = async () => {
    const making = { proposed, reader, supersededBy: null, madeBy: ellen, madeAtMs: thursday };
    return granted(await makeBundle(making));
  };
  const sealing: Sealing = { revision: proposed.digest, sealedBy: ellen, sealedAtMs: thursday };
  const paper = async () => {
    const proof = await bundle();
    await page.setContent(renderHtml(record));
    const printed = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true });
    const finished = await finishPdf(printed, { title: proposed.revision.name, language: "en", bundle: proof });
    return sealPdf(finished, sealing);
  };
  const forms: Record<string, { make: () => Promise<Uint8Array | string>; atMost: number }> = {
    pdf: { make: paper, atMost: PDF_BUDGET_MS },
    docx: { make: () => renderDocx(record), atMost: OTHERS_BUDGET_MS },
    html: { make: async () => sealHtml(renderHtml(record, await bundle()), sealing), atMost: OTHERS_BUDGET_MS },
    markdown: { make: () => Promise.resolve(renderMarkdown(record)), atMost: OTHERS_BUDGET_MS },
    text: { make: () => Promise.resolve(renderText(record)), atMost: OTHERS_BUDGET_MS },
    fhir: { make: () => renderFhir(record), atMost: OTHERS_BUDGET_MS },
    bundle: { make: bundle, atMost: OTHERS_BUDGET_MS },
  };
  return forms;
}

/** Samira's meeting with so much said, to which all seven have said yes. */
async function agreedRecord(): Promise<ExportRecord> {
  const utterances = Array.from({ length: UTTERANCES }, (_, index): Revision["utterances"][number] => {
    const voice = everyone[index % everyone.length]?.id ?? ellen.id;
    return {
      // Branded ids have no other constructor than a cast: 22 characters, as the schema asks.
      id: `utterance${String(index).padStart(12, "0")}A` as UtteranceId,
      voice,
      answers: index % 3 === 2 ? (`utterance${String(index - 1).padStart(12, "0")}A` as UtteranceId) : null, // as above
      phase: index % 20 > 16 ? "reflection" : "conversation",
      paragraphs: [{ style: "paragraph", runs: [{ voice, text: `${wordsOf(index)} ${wordsOf(index + 1)}` }] }],
    };
  });
  const revision: Revision = { ...firstRevision, utterances };
  const digest = await digestOf(revision);
  const answers = new Map<VoiceId, Answer>();
  for (const { id: voice, privateKey } of everyone) {
    const document = await signConsent({ meeting, voice, digest, privateKey, givenAtMs: thursday });
    answers.set(voice, { answer: "yes", at: thursday, document, witness: null });
  }
  const proposed: ProposedRevision = { digest, revision, proposedBy: ellen.id, proposedAt: thursday, answers };
  if (!isFinal(proposed)) throw new Error("all seven have said yes");
  return { standing: "agreed", proposed, reader: "network", strings: exportStrings };
}
