import { describe, expect, it } from "vitest";
import { Listeners } from "../../../shared/listeners.ts";
import { failing, reportedErrors } from "../../cast/failing.ts";

const reported = reportedErrors();

describe("listeners", () => {
  it("all hear what they are told, in the order in which they came", () => {
    const listeners = new Listeners<[words: string]>();
    const heard: string[] = [];
    listeners.subscribe((words) => heard.push(`first: ${words}`));
    listeners.subscribe((words) => heard.push(`second: ${words}`));
    listeners.notify("I want to sleep.");
    expect(heard).toEqual(["first: I want to sleep.", "second: I want to sleep."]);
  });

  it("hear nothing more once they have left, also where the same function subscribes twice", () => {
    const listeners = new Listeners();
    let heard = 0;
    const hear = () => (heard += 1);
    const leave = listeners.subscribe(hear);
    listeners.subscribe(hear);
    leave();
    leave();
    listeners.notify();
    expect(heard).toBe(1);
    expect(listeners.isEmpty).toBe(false);
    listeners.clear();
    expect(listeners.isEmpty).toBe(true);
  });

  it("hear also when the one before them throws, and what was thrown is reported", () => {
    const listeners = new Listeners();
    let heard = 0;
    listeners.subscribe(failing);
    listeners.subscribe(() => (heard += 1));
    listeners.notify();
    listeners.notify();
    expect(heard).toBe(2);
    expect(reported.messages()).toEqual(["a listener has failed", "a listener has failed"]);
  });

  it("may leave and come while all are being told", () => {
    const listeners = new Listeners();
    const heard: string[] = [];
    const leaves = [
      listeners.subscribe(() => {
        heard.push("first");
        for (const leave of leaves) leave();
        listeners.subscribe(() => heard.push("late"));
      }),
      listeners.subscribe(() => heard.push("gone by then")),
    ];
    listeners.subscribe(() => heard.push("last"));
    listeners.notify();
    expect(heard).toEqual(["first", "last"]);
    listeners.notify();
    expect(heard).toEqual(["first", "last", "last", "late"]);
  });
});
