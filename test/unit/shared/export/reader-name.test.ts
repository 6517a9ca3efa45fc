import { describe, expect, it } from "vitest";
import { sentencesFor } from "../../../../electron/verify/sentences.ts";
import { readerName } from "../../../../shared/export/reader-name.ts";
import { verifyBundle } from "../../../../shared/export/verify.ts";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { agreedTo, bundleFor, gp, toBeProven } from "../../../cast/proven.ts";
import { everyForm } from "./every-form.ts";

const UNSEEN = "\u2067";

describe("for whom a copy is", () => {
  it("is told by the reader’s name, or the end of its id, and is everyone only for the room’s own", () => {
    expect(readerName({ id: gp, name: "Dr Brandt" })).toBe("Dr Brandt");
    for (const name of ["", UNSEEN, "\u3164"]) expect(readerName({ id: gp, name })).toBe(`…${gp.slice(-8)}`);
    expect(readerName({ id: "network", name: "" })).toBe("");
    expect(readerName({ id: "network", name: "Dr Brandt" })).toBe("");
  });
});

describe("the copy of a reader whose name cannot be seen", async () => {
  const readers = toBeProven.readers.map((reader) => (reader.id === gp ? { ...reader, name: UNSEEN } : reader));
  const proposed = await agreedTo({ ...toBeProven, readers });

  it.each(everyForm)("does not pass for the room’s in %s", async (_form, read) => {
    const told = await read({ standing: "agreed", proposed, reader: gp, strings });
    expect(told).toContain(`${strings.readerHeading}: …${gp.slice(-8)}`);
    expect(told).not.toContain(strings.everyoneInTheRoom);
  });

  it("does not where it is checked", async () => {
    const verification = await verifyBundle(await bundleFor(gp, proposed));
    expect(verification).toMatchObject({ ok: true, reader: `…${gp.slice(-8)}` });
    expect(sentencesFor("file", verification)).toContain(`  This copy is for …${gp.slice(-8)}.`);
  });
});
