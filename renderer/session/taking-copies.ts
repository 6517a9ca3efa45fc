import { agreedAfter } from "../../shared/consent/final.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { Digest } from "../../shared/feed/ids.ts";
import type { Maker } from "../../shared/export/bundle.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { NotTaken, TakingCopiesWishes } from "./taking-copies-wishes.ts";

/** Makes and signs what proves a copy. The keys stay here: what goes out is signed. */
export function takingCopies(live: LiveMeeting): TakingCopiesWishes {
  return {
    async takeCopy(digest, reader) {
      const making = makingOf(digest);
      if (!making.ok) return making;
      const { madeBy } = making.value;
      // Only when a copy is taken along, which most meetings do once.
      const { makeBundle } = await import("../../shared/export/bundle.ts");
      const { sealHtml, sealPdf } = await import("../../shared/export/seal.ts");
      const bundle = await makeBundle({ ...making.value, reader });
      if (!bundle.ok) return bundle;
      const sealing = () => ({ revision: digest, sealedBy: madeBy, sealedAtMs: Date.now() });
      return ok({
        bundle: bundle.value,
        sealHtml: (html) => sealHtml(html, sealing()),
        sealPdf: (pdf) => sealPdf(pdf, sealing()),
      });
    },

    async takeNotice(digest) {
      const making = makingOf(digest);
      if (!making.ok) return making;
      const { makeNotice } = await import("../../shared/export/bundle.ts");
      return makeNotice(making.value);
    },
  };

  function makingOf(digest: Digest): Result<
    {
      readonly proposed: ProposedRevision;
      readonly supersededBy: ProposedRevision | null;
      readonly madeBy: Maker;
      readonly madeAtMs: number;
    },
    NotTaken
  > {
    const { revisions } = live.state;
    const proposed = revisions.get(digest);
    if (proposed === undefined) return no("not-final");
    const madeBy = makerOf(proposed);
    if (madeBy === null) return no("not-a-voice");
    return ok({ proposed, supersededBy: agreedAfter(revisions, digest), madeBy, madeAtMs: Date.now() });
  }

  /** Whoever speaks now, or else another whose key is at hand, if the record asked them. */
  function makerOf({ revision }: ProposedRevision): Maker | null {
    const asked = new Set(revision.voices.filter(({ aloud = false }) => !aloud).map(({ id }) => id));
    const { speaker, all } = live.voices;
    return [...(speaker === null ? [] : [speaker]), ...all].find(({ id }) => asked.has(id)) ?? null;
  }
}
