import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { SteadyDoc } from "../../../shared/steady-doc.ts";
import { failing, reportedErrors } from "../../cast/failing.ts";

const reported = reportedErrors();
const EVENTS = ["beforeTransaction", "afterTransaction", "update", "afterAllTransactions"] as const;

describe("a document with a handler that throws", () => {
  for (const event of EVENTS) {
    it(`goes on telling of every change, where it is a handler of ${event}`, () => {
      const doc = new SteadyDoc();
      const updates: Uint8Array[] = [];
      doc.on(event, failing);
      doc.on("update", (update: Uint8Array) => updates.push(update));
      doc.getText("words").insert(0, "I want ");
      doc.getText("words").insert(7, "to sleep.");
      const other = new Y.Doc();
      for (const update of updates) Y.applyUpdate(other, update);
      expect(other.getText("words").toJSON()).toBe("I want to sleep.");
      expect(reported.messages()).toContain("a listener has failed");
    });
  }

  it("keeps no other handler of the same event from hearing", () => {
    const doc = new SteadyDoc();
    let heard = 0;
    const hear = () => (heard += 1);
    doc.on("afterTransaction", failing);
    doc.on("afterTransaction", hear);
    doc.once("afterTransaction", hear);
    doc.getText("words").insert(0, "I want ");
    doc.off("afterTransaction", failing);
    doc.getText("words").insert(7, "to sleep.");
    expect(heard).toBe(3);
    expect(reported.messages()).toHaveLength(1);
  });
});
