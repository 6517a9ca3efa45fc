import { createHash } from "node:crypto";
import { base64urlnopad } from "@scure/base";
import { createMeetings } from "../../../renderer/session/local-meetings.ts";
import { parseInvitation } from "../../../shared/door/invitation.ts";
import { createMemoryVault } from "../../twins/memory-vault.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { shellOver } from "../place.ts";

const MEETING = new Uint8Array(32).fill(1);
const DOOR = new Uint8Array(32).fill(2);

/** A link with any content and a true checksum: what a modified program would make. */
function link(...content: readonly (Uint8Array | readonly number[] | string)[]): string {
  const bytes = Buffer.concat(
    content.map((part) => (typeof part === "string" ? Buffer.from(part, "utf8") : Uint8Array.from(part))),
  );
  const check = createHash("sha256").update(bytes).digest().subarray(0, 4);
  return `https://polyphony.example/#join=${base64urlnopad.encode(Buffer.concat([bytes, check]))}`;
}

const leadingTo = (...urls: readonly string[]) =>
  link([2], MEETING, DOOR, [0], ...urls.flatMap((url) => [[Buffer.byteLength(url)], url]));

/** Invitations that lead somewhere else, or nowhere, or are no invitations. */
const HOSTILE: readonly string[] = [
  ...[
    ...["javascript:alert(1)", "http://stranger.example/", "https://a.example", "wss://user:word@a.example/", "ws:///"],
    ...["ws://a.example/?q=1", "ws://a.example/#a", "ws://a b/", "WS://A.EXAMPLE", "ws://a\nb"],
    `ws://${"a".repeat(220)}`,
  ].map((url) => leadingTo(url)),
  leadingTo(...Array.from({ length: 5 }, () => "ws://a.example")),
  link([1], MEETING, DOOR, [0]),
  link([3], MEETING, DOOR, [0]),
  link([2], MEETING, DOOR, [255]),
  link([2], MEETING, DOOR, [1], [9, 9]),
  link([2], MEETING, DOOR.subarray(1)),
  link([2], MEETING, DOOR, [0], [200], "ws://a.example"),
  link([2], MEETING, DOOR, [0], [3], [0xff, 0xfe, 0xfd]),
  // As links were before, with the meeting's secret in them.
  `#join=${base64urlnopad.encode(Buffer.from(JSON.stringify({ m: "A".repeat(43), k: "A".repeat(43), s: [] })))}`,
  ...["null", "[]", "", "{", "1", '"text"', "[".repeat(2000)].map((text) => link(text)),
  ...["", "#join=", "#join=%%%", "#join=AAAA", `#join=${"A".repeat(5000)}`, "#join", "join=AAAA", "#join=\u0000"],
];

export const invitingElsewhere: readonly Attack[] = [
  inAMeeting("invite to somewhere else", "P5", async () => {
    const meetings = createMeetings(shellOver(await createMemoryVault()), {
      openCarrier: () => {
        throw new Error("a room was opened where a hostile invitation leads");
      },
      openLobby: () => {
        throw new Error("a line was opened to where a hostile invitation leads");
      },
    });
    const harms: string[] = [];
    for (const invitation of HOSTILE) {
      const joined = await meetings.join(invitation);
      if (joined.ok) harms.push(`${invitation} was followed`);
    }
    const listed = await meetings.list();
    if (!listed.ok || listed.value.length > 0) harms.push("a hostile invitation was kept");
    return { tried: HOSTILE.length, harms };
  }),
  inAMeeting("hand over an invitation that was changed on the way", "P1", async ({ laptops }, stage) => {
    const { chance } = stage;
    const real = laptops[0].session.view().invitation;
    const genuine = parseInvitation(real);
    const harms: string[] = [];
    const changes = scaled(stage, 2000);
    for (let count = 0; count < changes; count += 1) {
      const at = chance.below(real.length);
      const changed = real.slice(0, at) + chance.pick("AQgw0-_=.%/# {".split("")) + real.slice(at + chance.below(2));
      const parsed = parseInvitation(changed);
      // A link carries a checksum: what still parses is what was sent.
      const isSame = parsed.ok && genuine.ok && JSON.stringify(parsed.value) === JSON.stringify(genuine.value);
      if (parsed.ok && !isSame) harms.push(`${changed} leads somewhere else`);
    }
    return { tried: changes, harms };
  }),
];
