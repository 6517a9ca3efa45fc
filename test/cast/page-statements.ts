import fc from "fast-check";
import type { Statement } from "../../shared/consent/record.ts";
import type { VoiceId } from "../../shared/feed/ids.ts";
import { PAGES } from "../../shared/meeting/room-statements.ts";
import { pageOf } from "./owned-ids.ts";
import type { CastVoice } from "./seven-voices.ts";

/** What each of a cast can state of pages of their own, each page under an id that is its owner's. */
export async function pageStatements(cast: readonly CastVoice[]): Promise<(index: number) => fc.Arbitrary<Statement>> {
  const pages = await Promise.all(cast.map(async (owner) => [await pageOf(owner, 1), await pageOf(owner, 2)]));
  const voice = fc.constantFrom<VoiceId>(...cast.map(({ id }) => id));
  return (index) => {
    const page = fc.constantFrom(...(pages[index] ?? []));
    const to = fc
      .uniqueArray(voice, { maxLength: 3 })
      .map((voices) => voices.map((one) => ({ voice: one, sealed: "AAAA" })));
    return fc.oneof(
      fc
        .record({
          page,
          of: fc.constantFrom(...PAGES),
          text: fc.option(fc.constantFrom("Sleeping.", "The canal.")),
          to,
        })
        .map((body): Statement => ({ kind: "page-shared", ...body })),
      page.map((one): Statement => ({ kind: "page-taken-back", page: one })),
    );
  };
}
