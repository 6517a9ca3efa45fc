import { PNG } from "pngjs";
import decodeQR from "qr/decode.js";
import type { Hands } from "./hands.ts";

/** What the camera of a phone reads from the QR code that the invitation shows. Works where the laptop's room is open. */
export async function scanInvitation({ page, manner }: Hands): Promise<string> {
  await manner.press(page.getByRole("button", { name: "Invite" }));
  const code = page.getByRole("img", { name: /^QR code that opens this meeting/ });
  const { width, height, data } = PNG.sync.read(await code.screenshot());
  await page.keyboard.press("Escape");
  return decodeQR({ width, height, data });
}
