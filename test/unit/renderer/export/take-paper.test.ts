import { expect, test, vi } from "vitest";
import { takePaper } from "../../../../renderer/export/take-paper.ts";
import { no, ok } from "../../../../shared/result.ts";
import type { Printed } from "../../../../shared/shell.ts";

const pdf = new TextEncoder().encode("%PDF-1.7");
const finished = new TextEncoder().encode("%PDF-1.7 with the proof");
const paper = { name: "Thursday.pdf", title: "Thursday", html: "<p>", finish: () => Promise.resolve(finished) };

function shell(printed: Printed, saves = true) {
  return {
    printPaper: vi.fn(() => Promise.resolve(printed)),
    saveFile: vi.fn(() => Promise.resolve(saves)),
  };
}

test("a paper that the shell has made is finished before anyone is asked where it goes", async () => {
  const desktop = shell({ kind: "made", pdf });
  expect(await takePaper(desktop, paper)).toEqual(ok("saved"));
  expect(desktop.printPaper).toHaveBeenCalledWith({ title: "Thursday", html: "<p>" });
  expect(desktop.saveFile).toHaveBeenCalledWith({
    name: "Thursday.pdf",
    mediaType: "application/pdf",
    bytes: finished,
  });
});

test("whoever changes their mind is told that nothing was saved", async () => {
  expect(await takePaper(shell({ kind: "made", pdf }, false), paper)).toEqual(ok("not-saved"));
});

test("what the browser prints is not called saved", async () => {
  const browser = shell({ kind: "printing" });
  expect(await takePaper(browser, paper)).toEqual(ok("printing"));
  expect(browser.saveFile).not.toHaveBeenCalled();
});

test("a paper that could not be made, finished or written is told", async () => {
  expect(await takePaper(shell({ kind: "not-printed" }), paper)).toEqual(no("not-exported"));
  const unfinished = { ...paper, finish: () => Promise.reject(new Error("no such font")) };
  expect(await takePaper(shell({ kind: "made", pdf }), unfinished)).toEqual(no("not-exported"));
  const full = { ...shell({ kind: "made", pdf }), saveFile: () => Promise.reject(new Error("disk full")) };
  expect(await takePaper(full, paper)).toEqual(no("not-exported"));
});
