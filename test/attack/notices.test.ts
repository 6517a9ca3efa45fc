import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ok } from "../../shared/result.ts";
import type * as Authority from "../../shared/meeting/authority.ts";
import type * as Edits from "../../shared/meeting/edits.ts";
import type * as OwnedId from "../../shared/meeting/owned-id.ts";
import type * as Edit from "../../shared/text/edit.ts";
import type * as Slots from "../../renderer/transport/slots.ts";
import type * as Presence from "../../shared/meeting/presence.ts";
import type * as Validators from "../../shared/consent/validators.ts";
import type * as Verify from "../../shared/feed/verify.ts";
import { attacked } from "./attacked.ts";

/*
 * An attack that cannot succeed shows nothing. Here honest laptops run a program in which one check is left out, and the
 * attack that this check stops has to do harm.
 */

beforeEach(() => {
  vi.resetModules();
});

afterEach(() => {
  for (const weakened of WEAKENED) vi.doUnmock(weakened);
});

const WEAKENED = [
  "../../shared/feed/verify.ts",
  "../../shared/meeting/edits.ts",
  "../../shared/meeting/owned-id.ts",
  "../../shared/meeting/authority.ts",
  "../../shared/meeting/presence.ts",
  "../../shared/consent/validators.ts",
  "../../shared/text/edit.ts",
  "../../renderer/transport/slots.ts",
];

it("notices when signatures are not looked at", async () => {
  vi.doMock("../../shared/feed/verify.ts", async (original) => ({
    ...(await original<typeof Verify>()),
    isSigned: () => Promise.resolve(true),
  }));
  const { harms } = await attacked("speak in another's name with no signature");
  expect(harms.join("\n")).toContain("laptop – ");
});

it("notices when anyone may edit anything", async () => {
  vi.doMock("../../shared/meeting/edits.ts", async (original) => {
    const real = await original<typeof Edits>();
    const { SUMMARY_DOC, utteranceOfDoc } = await vi.importActual<typeof OwnedId>("../../shared/meeting/owned-id.ts");
    const checkEdit: typeof real.checkEdit = async (_, doc) =>
      ok(doc === SUMMARY_DOC ? "summary" : (utteranceOfDoc(doc) ?? "summary"));
    return { ...real, checkEdit };
  });
  expect((await attacked("insert words into another's utterance")).harms.join("\n")).toMatch(/new: utterance: .*not /);
  expect((await attacked("write in the summary under another's client id")).succeeded).toBeGreaterThan(0);
  expect((await attacked("delete another's letters from the summary")).harms.join("\n")).toContain(
    "gone: in the summary",
  );
});

it("notices when an edit may hold styles, which Yjs tidies up by itself", async () => {
  vi.doMock("../../shared/text/edit.ts", async (original) => {
    const real = await original<typeof Edit>();
    const { decodeUpdate } = await import("yjs");
    const readEdit: typeof real.readEdit = (update) => {
      const { structs, ds } = decodeUpdate(update);
      return { inserts: structs.map(({ id }) => id.client), deletes: [...ds.clients.keys()] };
    };
    return { ...real, readEdit };
  });
  const { harms } = await attacked("have honest laptops tidy up styles, and so delete another's letters");
  expect(harms.join("\n")).toContain("took in what it has to refuse");
});

it("notices when every name is everyone's", async () => {
  vi.doMock("../../shared/meeting/owned-id.ts", async (original) => ({
    ...(await original<typeof OwnedId>()),
    owns: () => true,
  }));
  const { harms } = await attacked("reword another's decision");
  expect(harms.join("\n")).toContain("gone: decision");
});

it("notices when everyone is let in", async () => {
  vi.doMock("../../shared/meeting/authority.ts", async (original) => {
    const real = await original<typeof Authority>();
    const authorityOf: typeof real.authorityOf = (statements) => {
      const authority = real.authorityOf(statements);
      return { ...authority, admitted: new Map([...authority.profiles.keys()].map((voice) => [voice, 0])) };
    };
    return { ...real, authorityOf };
  });
  const { harms } = await attacked("let oneself in");
  expect(harms.join("\n")).toContain("new: let in");
});

it("notices when a proposed text is not looked at", async () => {
  vi.doMock("../../shared/consent/validators.ts", async (original) => ({
    ...(await original<typeof Validators>()),
    refusalOfProposal: () => null,
  }));
  const { harms } = await attacked("propose a text that asks only oneself");
  expect(harms.join("\n")).toContain("takes it for agreed");
});

it("notices when presences are believed as they come", async () => {
  vi.doMock("../../shared/meeting/presence.ts", async (original) => {
    const real = await original<typeof Presence>();
    const { layla } = await import("../cast/seven-voices.ts");
    const readPresences: typeof real.readPresences = async () => [{ voice: layla.id, atMs: 0, cursor: null }];
    return { ...real, readPresences, voicesPresent: real.voicesPresent };
  });
  vi.doMock("../../shared/meeting/authority.ts", async (original) => {
    const real = await original<typeof Authority>();
    const { layla } = await import("../cast/seven-voices.ts");
    const authorityOf: typeof real.authorityOf = (statements) => {
      const authority = real.authorityOf(statements);
      const profiles = new Map(authority.profiles).set(layla.id, { profile: layla.profile, at: 1 });
      const kinds = new Map(authority.kinds).set(layla.id, new Set([layla.profile.kind]));
      const names = new Map(authority.names).set(layla.id, new Set([layla.profile.name]));
      return { ...authority, profiles, kinds, names, admitted: new Map(authority.admitted).set(layla.id, 1) };
    };
    return { ...real, authorityOf };
  });
  const { harms } = await attacked("show someone as present who is not in the room");
  expect(harms.join("\n")).toContain("as present");
});

it("notices what would stand in the console of an honest laptop", async () => {
  vi.doMock("../../renderer/transport/slots.ts", async (original) => {
    const real = await original<typeof Slots>();
    const decodeSlots: typeof real.decodeSlots = (update) => {
      const slots = real.decodeSlots(update);
      if (slots?.some(({ bytes }) => bytes.length === 12) === true) throw new Error("not prepared for this");
      return slots;
    };
    return { ...real, decodeSlots };
  });
  const { harms } = await attacked("flood with tiny entries of no form");
  expect(harms.join("\n")).toContain("in a console: Error: not prepared for this");
});
