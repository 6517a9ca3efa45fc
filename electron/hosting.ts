import type { CallName } from "../shared/ipc.ts";
import { no, ok, type Result } from "../shared/result.ts";
import type { Answers } from "./ipc/answer-calls.ts";
import { serve, type Served } from "./serve/serve.ts";

/** What the window may ask about what other laptops find on this one. */
type HostingCall =
  "closeRoom" | "hosting" | "invitationBase" | "lookAround" | "offerInvitation" | "openRoom" | "signalingUrls";

/** What other laptops find on this one: the program itself, and the signaling that makes them meet. */
export interface KeptHosting {
  readonly answers: Pick<Answers, CallName & HostingCall>;
  /** Opens the room without asking: the program was started with `--room`. */
  openRoom(): Promise<Result<null, "not-hosting">>;
  close(): Promise<void>;
}

/**
 * Offers the program and its signaling to this laptop, and to others once the person opens the room. Where no port can be had
 * the program still opens, but no one else can be invited.
 *
 * @param folder where the certificate is kept
 */
export function startHosting(directory: string, folder: string): KeptHosting {
  const starting: Promise<Result<Served, "not-hosting">> = serve({ directory, certificate: { folder } }).then(ok, () =>
    no("not-hosting"),
  );

  async function answered<Value>(
    answer: (served: Served) => Promise<Value> | Value,
  ): Promise<Result<Value, "not-hosting">> {
    const started = await starting;
    return started.ok ? ok(await answer(started.value)) : started;
  }

  async function openRoom(): Promise<Result<null, "not-hosting">> {
    const opened = await answered(({ room }) => room.openRoom());
    return opened.ok ? opened.value : opened;
  }

  return {
    answers: {
      signalingUrls: () => answered(({ signalingUrl }) => [signalingUrl]),
      invitationBase: () => answered(({ room, url }) => room.view().addresses[0] ?? url),
      hosting: () => answered(({ room }) => room.view()),
      openRoom,
      closeRoom: () => answered(({ room }) => room.closeRoom().then(() => null)),
      lookAround: () => answered(({ room }) => room.lookAround().then(() => null)),
      offerInvitation: (invitation) => answered(({ room }) => room.offer(invitation).then(() => null)),
    },
    openRoom,
    async close() {
      await answered((served) => served.close());
    },
  };
}
