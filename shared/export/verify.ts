import { canonicalText } from "../consent/canonical.ts";
import { verifyDocument } from "../consent/proof.ts";
import { digestOfRoot } from "../consent/root.ts";
import type { Digest, VoiceId } from "../feed/ids.ts";
import { parseBundle, type Agreement, type Bundle } from "./bundle-shape.ts";
import { plainLine } from "./plain-words.ts";
import { readerName } from "./reader-name.ts";
import { faultOfWithdrawal, faultsOfAgreement, signsForItself } from "./verify-agreement.ts";
import { faultsOfCopy } from "./verify-copy.ts";
import { nothingVerified, type Fault, type Successor, type Verification } from "./verify-outcome.ts";
import { namesOf, shortKeyOf } from "./voice-names.ts";

/**
 * Whether a bundle is what it says: that its copy is, letter by letter, what every voice in it has consented to, each by
 * its own key, and which part of it is not. Needs nothing but the text; never throws, whatever the text is.
 */
export async function verifyBundle(text: string): Promise<Verification> {
  const parsed = parseBundle(text);
  if (!parsed.ok) return nothingVerified({ part: "file", why: parsed.reason }, "bundle");
  try {
    return await verifyParsed(parsed.value, text);
  } catch {
    // Whatever cannot be written down canonically, or hashed, no honest program has made.
    return nothingVerified({ part: "file", why: "unreadable" }, "bundle");
  }
}

async function verifyParsed(bundle: Bundle, text: string): Promise<Verification> {
  const digest = await digestOfRoot(bundle.root);
  const faults = [
    ...(bundle.type === "PolyphonyCopy" ? await faultsOfCopy(bundle, bundle.root) : []),
    ...(await faultsOfAgreement(bundle, digest)),
    ...(await faultsOfWithdrawals(bundle, digest)),
    ...(await faultsOfSuccessor(bundle, digest)),
    ...(await faultsOfMaker(bundle)),
    ...(canonicalText(bundle) === text ? [] : [{ part: "file", why: "spelled-otherwise" } as const]),
  ];
  return { ok: faults.length === 0, faults, ...(await saidBy(bundle, digest)) };
}

async function faultsOfMaker(bundle: Bundle): Promise<readonly Fault[]> {
  if (!signsForItself(bundle.madeBy, bundle.root)) return [{ part: "maker", why: "not-theirs" }];
  return (await verifyDocument(bundle, bundle.madeBy)).ok ? [] : [{ part: "maker", why: "not-signed" }];
}

async function faultsOfWithdrawals({ root, withdrawals }: Bundle, digest: Digest): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  for (const [index, withdrawal] of withdrawals.entries()) {
    const why = await faultOfWithdrawal(withdrawal, root, digest);
    if (why !== null) faults.push({ part: `withdrawals/${String(index + 1)}`, why });
  }
  return faults;
}

async function faultsOfSuccessor({ root, supersededBy }: Bundle, digest: Digest): Promise<readonly Fault[]> {
  if (supersededBy === null) return [];
  const faults = await faultsOfAgreement(supersededBy, await digestOfRoot(supersededBy.root));
  const named = faults.map(({ part, why }): Fault => ({ part: `superseded-by/${part}`, why }));
  return takesThePlaceOf(supersededBy.root, { root, digest })
    ? named
    : [...named, { part: "superseded-by", why: "of-another-text" }];
}

/** Strangers cannot put a text in the place of another: it is of the same meeting, and someone of it has agreed to it. */
function takesThePlaceOf(
  later: Agreement["root"],
  { root, digest }: { readonly root: Agreement["root"]; readonly digest: Digest },
): boolean {
  const before = new Set(root.voices.map(({ id }) => id));
  const known = later.voices.some(({ id }) => before.has(id));
  return later.supersedes === digest && later.meeting === root.meeting && known;
}

/** What a bundle says of itself, with names as its copy has them. */
async function saidBy(bundle: Bundle, digest: Digest): Promise<Omit<Verification, "faults" | "ok">> {
  const { copy, root, withdrawals, supersededBy, madeBy, madeAt } = bundle;
  const profiles = new Map(copy?.voices.map(({ id, profile }) => [id, profile]));
  const names = namesOf(copy?.voices ?? []);
  const nameOf = (id: VoiceId): string => names.get(id) ?? shortKeyOf(id);
  return {
    form: "bundle",
    notice: bundle.type === "PolyphonyNotice",
    meeting: { id: root.meeting, name: plainLine(copy?.name ?? "") },
    reader: copy === null ? "" : readerName(copy.reader),
    frozenAt: root.frozenAt,
    digest,
    voices: bundle.consents.map(({ voice, scribe, givenAt, proof }) => {
      const witness = bundle.witnesses.find(({ consent }) => consent === proof.proofValue);
      const aloud = scribe === undefined || witness === undefined ? null : { scribe, witness: witness.witness };
      return {
        id: voice,
        name: nameOf(voice),
        kind: profiles.get(voice)?.kind ?? null,
        saidYesAt: givenAt,
        shortKey: shortKeyOf(scribe ?? voice),
        aloud: aloud === null ? null : { scribe: nameOf(aloud.scribe), witness: nameOf(aloud.witness) },
      };
    }),
    supersedes: root.supersedes,
    supersededBy: supersededBy === null ? null : await successorFrom(supersededBy),
    withdrawn: withdrawals.map(({ voice, withdrawnAt }) => ({
      id: voice,
      name: nameOf(voice),
      // A withdrawal stands beside the yes that it takes back; its own moment may be earlier, where a clock was set back.
      saidYesAt: bundle.consents.find((consent) => consent.voice === voice)?.givenAt ?? "",
      withdrawnAt,
    })),
    givenAgain: [],
    madeBy: nameOf(madeBy),
    madeAt,
    copy,
  };
}

async function successorFrom({ root, consents }: Agreement): Promise<Successor> {
  return {
    digest: await digestOfRoot(root),
    agreedAt: lastOf(consents.map(({ givenAt }) => givenAt)),
    voices: root.voices.map(({ id }) => id),
  };
}

/** The last of some moments, all of them in the one spelling. */
function lastOf(moments: readonly string[]): string {
  return moments.reduce((last, one) => (one > last ? one : last), "");
}
