import { base64urlnopad } from "@scure/base";
import { createMeetings } from "../../../renderer/session/local-meetings.ts";
import { parseInvitation } from "../../../shared/meeting/invitation.ts";
import { createMemoryVault } from "../../twins/memory-vault.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import { shellOver } from "../place.ts";

const KEY = "A".repeat(43);

function link(content: unknown): string {
  const json = typeof content === "string" ? content : JSON.stringify(content);
  return `https://polyphony.example/#join=${base64urlnopad.encode(new TextEncoder().encode(json))}`;
}

/** Invitations that lead somewhere else, or nowhere, or are no invitations. */
const HOSTILE: readonly string[] = [
  ...[
    "javascript:alert(1)",
    "http://stranger.example/",
    "https://a.example",
    "wss://user:word@a.example/",
    "ws:///",
  ].map((url) => link({ m: KEY, k: KEY, s: [url] })),
  ...[
    "ws://a.example/?q=1",
    "ws://a.example/#a",
    "ws://a b/",
    "WS://A.EXAMPLE",
    "ws://a\nb",
    `ws://${"a".repeat(300)}`,
  ].map((url) => link({ m: KEY, k: KEY, s: [url] })),
  link({ m: KEY, k: KEY, s: Array.from({ length: 5 }, () => "ws://a.example") }),
  link({ m: KEY, k: KEY, s: [], more: 1 }),
  link({ m: KEY, k: KEY }),
  link({ m: `${KEY}A`, k: KEY, s: [] }),
  link({ m: `${"A".repeat(42)}B`, k: KEY, s: [] }),
  link({ m: "../../etc/passwd", k: KEY, s: [] }),
  link({ m: ["A"], k: { length: 43 }, s: "ws://a.example" }),
  link(`{"m":"${KEY}","k":"${KEY}","s":[],"__proto__":{"s":["http://a.example"]}}`),
  ...["null", "[]", "", "{", "1", '"text"', "[".repeat(2000)].map(link),
  ...["", "#join=", "#join=%%%", "#join=AAAA", `#join=${"A".repeat(5000)}`, "#join", "join=AAAA", "#join=\u0000"],
];

export const invitingElsewhere: readonly Attack[] = [
  inAMeeting("invite to somewhere else", "P5", async () => {
    const meetings = createMeetings(shellOver(await createMemoryVault()), () => {
      throw new Error("a line was opened to where a hostile invitation leads");
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
      // What still parses must be a whole invitation, to this meeting or one that does not exist; never half of one.
      if (parsed.ok && genuine.ok && parsed.value.secret.length !== 32) harms.push(`${changed} is half an invitation`);
    }
    return { tried: changes, harms };
  }),
];
