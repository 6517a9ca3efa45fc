import { get } from "node:https";

import * as v from "valibot";

import { OFFERED_INVITATION } from "../../shared/ipc.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { VisitFailure } from "../../shared/shell.ts";

const PATIENCE_MS = 5000;
/** An invitation has at most some four thousand letters. */
const MOST_BYTES = 8192;

const OfferedSchema = v.object({ invitation: v.nullable(v.pipe(v.string(), v.regex(OFFERED_INVITATION))) });

/**
 * Asks the open room of another laptop for the invitation that it shows. Its certificate is its own, so nobody vouches for it; whose
 * door the invitation leads to is found out there, by the five pictures.
 *
 * @param room its URL, as `readRoomAddress` gives it
 */
export async function visitRoom(room: string): Promise<Result<string, VisitFailure>> {
  const answer = await askOnce(new URL("door", room));
  if (answer === null) return no("no-room");
  const offered = v.safeParse(OfferedSchema, parseJson(answer.text));
  // Something else that answers, such as a router, is no room.
  if (answer.status !== 200 || !offered.success) return no("no-room");
  const { invitation } = offered.output;
  return invitation === null ? no("nothing-offered") : ok(invitation);
}

/** What is answered there; null where nobody answers in time, or says far too much. */
function askOnce(url: URL): Promise<{ readonly status: number; readonly text: string } | null> {
  return new Promise((resolve) => {
    const options = { rejectUnauthorized: false, agent: false, signal: AbortSignal.timeout(PATIENCE_MS) };
    const request = get(url, options, (response) => {
      let text = "";
      response.setEncoding("utf8");
      response.on("data", (part: string) => {
        text += part;
        if (text.length <= MOST_BYTES) return;
        resolve(null);
        request.destroy();
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
      response.on("error", () => resolve(null));
    });
    request.on("error", () => resolve(null));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No answer of this program: as good as none.
    return null;
  }
}
