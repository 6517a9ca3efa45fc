import * as v from "valibot";
import { no, ok } from "../../../shared/result.ts";
import type { HostingView } from "../../../shared/shell.ts";
import { createPolledHosting, type PolledHosting } from "../hosting/polled-hosting.ts";

/** As `electron/serve/here.ts` answers it. */
const HostingViewSchema: v.GenericSchema<unknown, HostingView> = v.object({
  isOpen: v.boolean(),
  addresses: v.array(v.string()),
  fingerprint: v.nullable(v.string()),
  words: v.nullable(v.string()),
  nearby: v.array(v.object({ words: v.string(), url: v.string(), fingerprint: v.string() })),
});

const HERE = "/here";

/**
 * The room that this page may open: on the machine that serves it. A page that came from another machine is a guest's, and
 * asks nothing; one that is served by something else than this program has none either.
 */
export async function findHosting(): Promise<PolledHosting | null> {
  if (!["127.0.0.1", "[::1]", "localhost"].includes(window.location.hostname)) return null;
  const begun = await askHere();
  if (begun === null) return null;
  const line = {
    ask: askHere,
    openRoom: async () => ((await tell({ open: true })) ? ok(null) : no("not-hosting")),
    closeRoom: async () => {
      await tell({ open: false });
    },
    lookAround: async () => {
      await tell({ look: true });
    },
    offer: async (invitation: string | null) => {
      await tell({ offer: invitation });
    },
  };
  return createPolledHosting(line, begun);
}

async function askHere(): Promise<HostingView | null> {
  try {
    const answer = await fetch(HERE, { headers: { "X-Polyphony": "1" } });
    if (!answer.ok) return null;
    const parsed = v.safeParse(HostingViewSchema, await answer.json());
    return parsed.success ? parsed.output : null;
  } catch {
    // Nobody answers, or not as this program does.
    return null;
  }
}

/** Whether it was done. */
async function tell(
  wish: { readonly look: true } | { readonly offer: string | null } | { readonly open: boolean },
): Promise<boolean> {
  try {
    const answer = await fetch(HERE, {
      method: "POST",
      headers: { "X-Polyphony": "1", "Content-Type": "application/json" },
      body: JSON.stringify(wish),
    });
    return answer.ok;
  } catch {
    // The program that serves this page has ended.
    return false;
  }
}
