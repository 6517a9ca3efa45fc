import { describe, expect, it } from "vitest";
import { fileNameOf } from "../../../../renderer/export/file-name.ts";

describe("the name of an exported file", () => {
  it.each([
    ["Samira’s meeting", "Samira’s-meeting.pdf"],
    ["../../etc/passwd", "etc-passwd.pdf"],
    ["a\u0000b\u202ec", "a-b-c.pdf"],
    ["  ", "polyphony.pdf"],
    ["بيت سميرة", "بيت-سميرة.pdf"],
  ])("of %j is %j", (meeting, file) => {
    expect(fileNameOf(meeting, "pdf")).toBe(file);
  });
});
