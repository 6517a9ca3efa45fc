import { describe, expect, it } from "vitest";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { later, proven } from "../../../cast/proven.ts";
import { everyForm } from "./every-form.ts";

const BEGINNING = "It takes the place of the text with the fingerprint";

describe.each(["agreed", "draft"] as const)("an amendment that is %s", (standing) => {
  it.each(everyForm)("says in %s which text it takes the place of", async (_form, read) => {
    const told = await read({ standing, reader: "network", proposed: later, strings });
    expect(told).toContain(`${BEGINNING} ${proven.digest.slice(0, 16)}…`);
  });

  it.each(everyForm)("says nothing of the kind in %s where it takes no other’s place", async (_form, read) => {
    expect(await read({ standing, reader: "network", proposed: proven, strings })).not.toContain(BEGINNING);
  });
});
