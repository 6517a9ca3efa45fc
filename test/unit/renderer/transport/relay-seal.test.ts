import { beforeAll, describe, expect, it } from "vitest";
import {
  createLinkSeal,
  hex,
  openCall,
  relayAddress,
  sealCall,
  type LinkSeal,
  type Way,
} from "../../../../renderer/transport/relay-seal.ts";
import { randomBytes, type Bytes } from "../../../../shared/crypto/bytes.ts";

const [SAMIRA, ELLEN, KARIM] = [randomBytes(16), randomBytes(16), randomBytes(16)];
const TO_ELLEN: Way = { from: SAMIRA, to: ELLEN };
const TO_SAMIRA: Way = { from: ELLEN, to: SAMIRA };
const CALL = { peerId: "11111111-0000-4000-8000-000000000000", share: randomBytes(32), answers: null };

const said = (words: string): Bytes => new TextEncoder().encode(words);
const heard = (bytes: Bytes | null) => (bytes === null ? null : new TextDecoder().decode(bytes));

let key: CryptoKey;
let samira: LinkSeal;
let ellen: LinkSeal;

const makeKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);

beforeAll(async () => {
  key = await makeKey();
});

async function link(): Promise<void> {
  const shares = { caller: randomBytes(32), answerer: randomBytes(32) };
  samira = await createLinkSeal(shares, TO_ELLEN);
  ellen = await createLinkSeal(shares, TO_SAMIRA);
}

describe("An address at a relay", () => {
  it("is the beginning of the digest of the token, after a name", async () => {
    // printf 'polyphony/relay-address/1\0' followed by 32 bytes 07, through sha256sum.
    const address = await relayAddress(new Uint8Array(32).fill(7));
    expect(address).toHaveLength(16);
    expect(hex(address)).toBe("f3be2536d1bc225e6e110916f71e5e15");
  });
});

describe("A call", () => {
  it("opens for whoever has the meeting's key, on its own way and in its own room", async () => {
    const sealed = await sealCall(CALL, TO_ELLEN, "meeting", key);
    expect(await openCall(sealed, TO_ELLEN, "meeting", key)).toEqual(CALL);
    const answer = { ...CALL, answers: randomBytes(32) };
    expect(await openCall(await sealCall(answer, TO_SAMIRA, "meeting", key), TO_SAMIRA, "meeting", key)).toEqual(
      answer,
    );
  });

  it("does not open elsewhere, with another key, or when it was changed", async () => {
    const sealed = await sealCall(CALL, TO_ELLEN, "meeting", key);
    expect(await openCall(sealed, { from: SAMIRA, to: KARIM }, "meeting", key)).toBeNull();
    expect(await openCall(sealed, { from: KARIM, to: ELLEN }, "meeting", key)).toBeNull();
    expect(await openCall(sealed, TO_SAMIRA, "meeting", key)).toBeNull();
    expect(await openCall(sealed, TO_ELLEN, "lobby", key)).toBeNull();
    expect(await openCall(sealed, TO_ELLEN, "meeting", await makeKey())).toBeNull();
    for (const at of [0, 20, sealed.length - 1]) {
      const changed = sealed.map((byte, index) => (index === at ? byte ^ 1 : byte));
      expect(await openCall(changed, TO_ELLEN, "meeting", key)).toBeNull();
    }
    for (const junk of [new Uint8Array(0), new Uint8Array(11), randomBytes(100)]) {
      expect(await openCall(junk, TO_ELLEN, "meeting", key)).toBeNull();
    }
  });

  it("is refused when what was sealed is none", async () => {
    for (const odd of [
      { ...CALL, peerId: "Karim" },
      { ...CALL, share: randomBytes(31) },
      { ...CALL, answers: randomBytes(5) },
    ]) {
      expect(await openCall(await sealCall(odd, TO_ELLEN, "meeting", key), TO_ELLEN, "meeting", key)).toBeNull();
    }
  });
});

describe("The frames of a relayed link", () => {
  it("open in their order, both ways", async () => {
    await link();
    const sealed = [await samira.seal(said("I want")), await samira.seal(said("to sleep."))];
    for (const words of ["I want", "to sleep."])
      expect(heard(await ellen.open(sealed.shift() ?? said("")))).toBe(words);
    expect(heard(await samira.open(await ellen.seal(said("Since when?"))))).toBe("Since when?");
    expect(samira.tag).toEqual(ellen.tag);
  });

  it("do not open twice, out of order, after a loss, or at the end they came from", async () => {
    await link();
    const [first, second, third] = [
      await samira.seal(said("1")),
      await samira.seal(said("2")),
      await samira.seal(said("3")),
    ];
    expect(await samira.open(first)).toBeNull();
    expect(await ellen.open(second)).toBeNull();
    expect(heard(await ellen.open(first))).toBe("1");
    expect(await ellen.open(first)).toBeNull();
    expect(await ellen.open(third)).toBeNull();
  });

  it("do not open in another link, also one between the same two", async () => {
    await link();
    const earlier = await samira.seal(said("I want to sleep."));
    await link();
    expect(await ellen.open(earlier)).toBeNull();
  });

  it("are sealed anew in each link: the same words never look the same", async () => {
    await link();
    const one = await samira.seal(said("I want to sleep."));
    expect(await ellen.seal(said("I want to sleep."))).not.toEqual(one);
    await link();
    expect(await samira.seal(said("I want to sleep."))).not.toEqual(one);
  });
});
