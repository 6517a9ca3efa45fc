import type { PageId, VoiceId } from "../feed/ids.ts";
import type { Authority } from "./authority.ts";
import { isOnly } from "./kinds.ts";
import type { SharedPage } from "./in-the-room.ts";
import type { Stated } from "./stated.ts";
import type { MeetingStatement } from "./statements.ts";

/**
 * The pages that the person at the centre has shared, and those they have taken back. Nobody else can share a page, and only
 * who has shared one can take it back.
 */
export function pagesOf(
  counting: readonly Stated<MeetingStatement>[],
  { kinds }: Pick<Authority, "kinds">,
): { readonly pages: ReadonlyMap<PageId, SharedPage>; readonly takenBack: ReadonlySet<PageId> } {
  const pages = new Map<PageId, SharedPage>();
  const takenBack = new Set<PageId>();
  for (const { voice, at, body } of counting) {
    if (body.kind !== "page-shared" || !isOnly(kinds, voice, ["person"]) || pages.has(body.page)) continue;
    const { page: id, of, text, to } = body;
    pages.set(id, { id, by: voice, of, text, to: new Map(to.map((one) => [one.voice, one.sealed])), at });
  }
  for (const { body } of counting) {
    // It stands also where the page itself is let go of: only its owner can state it.
    if (body.kind === "page-taken-back") takenBack.add(body.page);
  }
  for (const page of takenBack) pages.delete(page);
  return { pages, takenBack };
}

/** Whether a page is shared with this voice. Its own voice may always read it. */
export function mayReadPage({ by, text, to }: SharedPage, voice: VoiceId): boolean {
  return text !== null || by === voice || to.has(voice);
}

/** What a page is sealed to a voice for: bound to the meeting and to the page. */
export function purposeOfPage(meeting: string, page: PageId): string {
  return `polyphony/page-shared/1 ${meeting} ${page}`;
}
