import { no, ok, type Result } from "../shared/result.ts";
import { serve } from "./serve/serve.ts";

/** What other laptops find on this one: the program itself, and the signaling that makes them meet. */
export interface Hosting {
  readonly invitationBase: string;
  readonly signalingUrls: readonly string[];
  close(): Promise<void>;
}

/**
 * Offers the program and its signaling, so far to this laptop alone: what listens on the network has to be asked for by
 * the person first. Without it the program still opens, but no one else can be invited.
 */
export async function startHosting(directory: string): Promise<Result<Hosting, "not-hosting">> {
  try {
    const served = await serve({ directory });
    return ok({
      invitationBase: served.url,
      signalingUrls: [served.signalingUrl],
      close: () => served.close(),
    });
  } catch {
    return no("not-hosting");
  }
}
