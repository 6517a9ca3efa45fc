import { describe, expect, it } from "vitest";
import { exportStrings as strings } from "../../../cast/export-strings.ts";
import { agreedTo, toBeProven } from "../../../cast/proven.ts";
import { everyForm } from "./every-form.ts";

const bare = await agreedTo({ ...toBeProven, summary: [], decisions: [], utterances: [] });
const record = { standing: "agreed", reader: "network", proposed: bare, strings } as const;

describe("a part of the text in which there is nothing", () => {
  it.each(everyForm)("leaves no heading behind in %s, as on the screen on which it was agreed", async (_form, read) => {
    const told = await read(record);
    expect(told).not.toContain(strings.wordsHeading);
    expect(told).not.toContain(strings.decisionsHeading);
  });

  it.each(everyForm)("says so in %s only where it is the summary, as on that screen", async (_form, read) => {
    const told = await read(record);
    expect(told.split(strings.nothing)).toHaveLength(2);
    expect(told.indexOf(strings.nothing)).toBeGreaterThan(told.indexOf(strings.summaryHeading));
  });
});
