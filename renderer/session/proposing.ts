import { newSalt } from "../../shared/consent/copy.ts";
import { isReadByOthers } from "../../shared/consent/record.ts";
import { freezeRevision } from "../../shared/consent/revision.ts";
import { digestOf } from "../../shared/consent/root.ts";
import { MOST_READERS } from "../../shared/consent/statements.ts";
import { refusalOfProposal, type ProposalBody } from "../../shared/consent/validators.ts";
import { LATEST_CLAIM } from "../../shared/feed/clock.ts";
import { no, ok } from "../../shared/result.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { MeetingSession } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";

/**
 * Puts a text before everyone. What the others would not read, or would not let stand, is not proposed here either: a text
 * that only its proposer sees would be waited for in vain.
 */
export function proposing(live: LiveMeeting, permission: Permission): Pick<MeetingSession, "propose"> {
  const { meeting } = live.ports;
  return {
    async propose(utterances, readers = []) {
      const local = permission.maySayOwn();
      if (!local.ok) return local;
      // The room is one of them.
      if (readers.length >= MOST_READERS) return no("too-many-readers");
      const revision = freezeRevision({
        meeting,
        state: live.state.meeting,
        summary: live.summary.read(),
        utterances: utterances.map((id) => ({ id, paragraphs: live.shelf.read(id) })),
        frozenAtMs: Date.now(),
        // What is agreed is what a new text takes the place of, however many drafts came to nothing in between.
        supersedes: live.state.agreed ?? live.state.openRevision,
        readers,
        salt: newSalt,
      });
      const body: ProposalBody = { kind: "revision-proposed", digest: await digestOf(revision), revision };
      if (!isReadByOthers(body)) return no("text-too-long");
      const { id: voice, own } = local.value;
      const { feed, nextSeq: seq } = own.head;
      // Claimed to be later than all that is known here, as it will be.
      const stated = { voice, feed, seq, at: LATEST_CLAIM, body };
      if (refusalOfProposal(stated, { meeting, state: live.state.meeting }) !== null) return no("not-proposed-here");
      await live.declare(local.value, body);
      return ok(body.digest);
    },
  };
}
