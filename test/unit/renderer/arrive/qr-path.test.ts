import { create } from "qrcode";
import { expect, it } from "vitest";
import { qrPath } from "../../../../renderer/arrive/qr-path.ts";

const link = "https://192.168.178.23:4807/#join=eyJtIjoiYWJjIn0";

it("draws every dark module and no other, inside a light frame of four", () => {
  const { modules } = create(link, { errorCorrectionLevel: "L" });
  const { size, path } = qrPath(link);
  expect(size).toBe(modules.size + 8);
  const dark = new Set<string>();
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g)) {
    for (let step = 0; step < Number(length); step += 1) dark.add(`${String(Number(x) + step)} ${String(y)}`);
  }
  const wanted = Array.from(modules.data).flatMap((module, index) =>
    module === 0 ? [] : [`${String((index % modules.size) + 4)} ${String(Math.floor(index / modules.size) + 4)}`],
  );
  expect(dark).toEqual(new Set(wanted));
  expect(path.replaceAll(/M\d+ \d+h(\d+)v1h-\1z/g, "")).toBe("");
});
