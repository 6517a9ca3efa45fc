import { encodeStatement, type Statement } from "../../../shared/consent/record.ts";
import { joinBytes, type Bytes } from "../../../shared/crypto/bytes.ts";
import type { Header } from "../../../shared/feed/entry.ts";
import { karim, samira, type CastVoice } from "../../cast/seven-voices.ts";
import { flipped, forge } from "../../cast/writing.ts";
import { inAMeeting, scaled, type Attack } from "../attack.ts";
import type { Place } from "../place.ts";

/** What the modified program would like Samira to have said. */
function lies({ said, draft, proposed }: Place): readonly Statement[] {
  return [
    { kind: "utterance-discarded", utterance: draft },
    { kind: "utterance-said", utterance: draft },
    { kind: "consent-taken-back", digest: proposed },
    { kind: "consent-withheld", digest: proposed, words: "I am ill." },
    { kind: "voice-left" },
    { kind: "voice-admitted", voice: samira.id },
    { kind: "utterance-begun", utterance: said, after: null, answers: null, phase: "conversation" },
  ];
}

/** Places of Samira's feeds where a forgery could want to stand: taken ones, the next, one beyond, and a new session. */
function placesOf(place: Place): readonly Partial<Header>[] {
  const last = place.thief.entriesOf(place.samiraId).at(-1);
  if (last === undefined) throw new Error("Samira has said something");
  const { publicKey, session, seq, at, prev } = last.header;
  return [
    ...[0, 1, seq, seq + 1, seq + 2].map((to) => ({ publicKey, session, seq: to, prev, at: at + 1 })),
    { publicKey, session: new Uint8Array(16).fill(9), seq: 0, at: at + 1 },
  ];
}

async function forgeries(place: Place, signedBy: CastVoice | null): Promise<readonly Bytes[]> {
  const made: Bytes[] = [];
  for (const header of placesOf(place)) {
    for (const lie of lies(place)) {
      const words = new TextDecoder().decode(encodeStatement(lie));
      made.push((await forge(place.thief.secrets, karim, { ...header, words, signedBy })).bytes);
    }
  }
  return made;
}

/** The order of Ed25519's group. Adding it to a signature's second half makes other bytes of the same signature. */
const GROUP_ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;

function withOrderAdded(signature: Bytes): Bytes {
  let scalar = 0n;
  for (const byte of signature.slice(32).reverse()) scalar = scalar * 256n + BigInt(byte);
  const bent = signature.slice();
  for (let at = 32, rest = scalar + GROUP_ORDER; at < 64; at += 1, rest /= 256n) bent[at] = Number(rest % 256n);
  return bent;
}

export const speakingAsAnother: readonly Attack[] = [
  inAMeeting("speak in another's name, signed with one's own key", "P1", async (place) => {
    const made = await forgeries(place, karim);
    place.thief.put(made);
    return { tried: made.length };
  }),
  inAMeeting("speak in another's name with no signature", "P1", async (place) => {
    const made = await forgeries(place, null);
    place.thief.put(made);
    return { tried: made.length };
  }),
  inAMeeting("make a second signature out of another's real one, to have told two histories", "P2", async (place) => {
    const made = place.thief.entriesOf(place.samiraId).map(({ headerBytes, signature, bytes }) => {
      const rest = bytes.slice(headerBytes.length + 64);
      return joinBytes(headerBytes, withOrderAdded(signature), rest);
    });
    place.thief.put(made);
    return { tried: made.length };
  }),
  inAMeeting("change any bit of what another has signed", "P2", async (place, stage) => {
    const theirs = place.thief.entriesOf(place.samiraId);
    const made = Array.from({ length: scaled(stage, 4000) }, () => {
      const { bytes } = stage.chance.pick(theirs);
      return flipped(bytes, stage.chance.below(bytes.length), stage.chance.below(8));
    });
    place.thief.put(made);
    return { tried: made.length };
  }),
];
