import * as v from "valibot";

const OfferedSchema = v.object({ invitation: v.pipe(v.string(), v.startsWith("#join=")) });

/**
 * The invitation that the laptop offers which this page came from; null where it offers none, or does not answer. Whether it is
 * one at all is for whoever follows it.
 */
export async function offeredInvitation(): Promise<string | null> {
  try {
    const answer = await fetch("/door");
    if (!answer.ok) return null;
    const parsed = v.safeParse(OfferedSchema, await answer.json());
    return parsed.success ? parsed.output.invitation : null;
  } catch {
    // The laptop has gone, or answers as this program does not.
    return null;
  }
}
