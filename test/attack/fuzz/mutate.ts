import type { Bytes } from "../../../shared/crypto/bytes.ts";
import type { Chance } from "../chance.ts";

const ODD_BYTES = [0, 1, 2, 3, 0x22, 0x5b, 0x7b, 0x7f, 0x80, 0x84, 0xc4, 0xed, 0xfe, 0xff];

/** Some way of changing bytes a little: the result is another byte string, of about the same length. */
const CHANGES: readonly ((bytes: Bytes, chance: Chance, others: readonly Bytes[]) => Bytes)[] = [
  (bytes, chance) => edited(bytes, chance, (byte) => byte ^ (1 << chance.below(8))),
  (bytes, chance) => edited(bytes, chance, () => chance.pick(ODD_BYTES)),
  (bytes, chance) => edited(bytes, chance, () => chance.below(256)),
  (bytes, chance) => bytes.slice(0, chance.below(bytes.length + 1)),
  (bytes, chance) => bytes.slice(chance.below(bytes.length + 1)),
  (bytes, chance) => spliced(bytes, chance.below(bytes.length + 1), 0, chance.bytes(1 + chance.below(12))),
  (bytes, chance) => spliced(bytes, chance.below(bytes.length + 1), chance.below(12), new Uint8Array(0)),
  (bytes, chance) => {
    // A number beyond what anyone reads, in Yjs's way of writing numbers.
    const huge = Uint8Array.of(...Array.from({ length: 1 + chance.below(11) }, () => 0xff), chance.below(128));
    return spliced(bytes, chance.below(bytes.length + 1), 1, huge);
  },
  (bytes, chance) => {
    const from = chance.below(bytes.length + 1);
    return spliced(bytes, chance.below(bytes.length + 1), 0, bytes.slice(from, from + chance.below(64)));
  },
  (bytes, chance, others) => {
    const other = chance.pick(others);
    return spliced(bytes, chance.below(bytes.length + 1), bytes.length, other.slice(chance.below(other.length + 1)));
  },
];

/** One of the valid byte strings with some changes; now and then one as it is, and now and then mere noise. */
export function mutated(valid: readonly Bytes[], chance: Chance): Bytes {
  const kind = chance.below(20);
  if (kind === 0) return chance.pick(valid);
  if (kind === 1) return chance.bytes(chance.below(200));
  let bytes = chance.pick(valid);
  for (let rounds = 1 + chance.below(4); rounds > 0; rounds -= 1) bytes = chance.pick(CHANGES)(bytes, chance, valid);
  return bytes;
}

function edited(bytes: Bytes, chance: Chance, change: (byte: number) => number): Bytes {
  const copy = bytes.slice();
  const at = chance.below(copy.length);
  if (copy.length > 0) copy[at] = change(copy[at] ?? 0);
  return copy;
}

function spliced(bytes: Bytes, at: number, remove: number, insert: Bytes): Bytes {
  const rest = bytes.subarray(Math.min(bytes.length, at + remove));
  const made = new Uint8Array(at + insert.length + rest.length);
  made.set(bytes.subarray(0, at));
  made.set(insert, at);
  made.set(rest, at + insert.length);
  return made;
}

/** What might stand anywhere in a document that a stranger wrote. */
function oddValue(chance: Chance): unknown {
  return chance.pick<unknown>([
    ...[
      null,
      true,
      0,
      -1,
      1.5,
      2 ** 53,
      -0,
      1e308,
      "",
      "x",
      "__proto__",
      "constructor",
      "\ud83d",
      "\u0000",
      [],
      {},
      [[]],
    ],
    ...["a".repeat(5000), "did:key:z6Mk", "z".repeat(90), "2026-13-41T99:99:99.999Z", "A".repeat(43), "A".repeat(22)],
    ...[{ kind: "paused" }, [null, {}], Number.MAX_SAFE_INTEGER, { toString: 1 }, Array.from({ length: 100 }, () => 0)],
  ]);
}

/** A copy of a JSON document with some values changed, added, moved or left out. */
export function mutatedJson(valid: readonly unknown[], chance: Chance): unknown {
  let json = chance.pick(valid);
  for (let rounds = chance.below(4); rounds > 0; rounds -= 1) json = changedSomewhere(json, chance, 0);
  return json;
}

function changedSomewhere(value: unknown, chance: Chance, depth: number): unknown {
  const isLeaf = typeof value !== "object" || value === null || value instanceof Uint8Array;
  if (isLeaf || depth > 8 || chance.below(6) === 0) return chance.below(3) === 0 ? value : oddValue(chance);
  if (Array.isArray(value)) return changedList(value, chance, depth);
  const fields: (readonly [string, unknown])[] = Object.entries(value);
  const [name, field] = fields.length > 0 ? chance.pick(fields) : (["kind", null] as const);
  const rest = Object.fromEntries(fields.filter(([other]) => other !== name));
  switch (chance.below(5)) {
    case 0:
      return rest;
    case 1:
      return { ...value, [`${name}${chance.pick(["", "2", " "])}`]: oddValue(chance) };
    default:
      return { ...rest, [name]: changedSomewhere(field, chance, depth + 1) };
  }
}

function changedList(list: readonly unknown[], chance: Chance, depth: number): readonly unknown[] {
  const at = chance.below(list.length);
  switch (chance.below(4)) {
    case 0:
      return list.filter((_, index) => index !== at);
    case 1:
      return [...list, ...list];
    default:
      return list.map((item, index) => (index === at ? changedSomewhere(item, chance, depth + 1) : item));
  }
}
