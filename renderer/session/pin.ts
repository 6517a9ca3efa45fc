import type { Bytes } from "../../shared/crypto/bytes.ts";
import { calibrate, decodeWrappedKey, encodeWrappedKey, unwrapKey, wrapKey } from "../../shared/crypto/passphrase.ts";
import { oneSpelling } from "../../shared/crypto/one-spelling.ts";
import { no, ok, type Result } from "../../shared/result.ts";

/** Why a PIN did not do what was wished: nothing was changed. Too heavy: this computer has no room just now for the work. */
const PIN_REFUSALS = ["pin-too-heavy", "pin-too-short", "pin-wrong"] as const;
export type PinRefusal = (typeof PIN_REFUSALS)[number];

/** Whether it was the PIN that something was refused for. */
export function isPinRefusal(reason: string): reason is PinRefusal {
  return PIN_REFUSALS.some((one) => one === reason);
}

/** Four signs of any kind: enough against the next pair of hands. Against someone with the laptop and time no PIN helps. */
const LEAST_SIGNS = 4;

/** Whether a PIN has signs enough. */
export function isLongEnoughPin(pin: string): boolean {
  return Array.from(oneSpelling(pin)).length >= LEAST_SIGNS;
}

/**
 * A voice's secrets as they are kept behind a PIN: wrapped as a passphrase wraps a key (`shared/crypto/passphrase.ts`), so
 * that each try takes this computer about half a second.
 */
export async function putBehindPin(secrets: Bytes, pin: string): Promise<Result<Bytes, PinRefusal>> {
  if (!isLongEnoughPin(pin)) return no("pin-too-short");
  const wrapped = await wrapKey(secrets, pin, await calibrate(() => performance.now()));
  return wrapped.ok ? ok(encodeWrappedKey(wrapped.value)) : no("pin-too-heavy");
}

/** Whether a PIN has to be given for what is kept here. Secrets themselves never read as something wrapped. */
export function isBehindPin(kept: Bytes): boolean {
  return decodeWrappedKey(kept) !== null;
}

/** The secrets, for the PIN they were put behind; or as they are, where they were put behind none. */
export async function bringFromBehindPin(kept: Bytes, pin: string | null): Promise<Result<Bytes, PinRefusal>> {
  const wrapped = decodeWrappedKey(kept);
  if (wrapped === null) return ok(kept);
  const secrets = await unwrapKey(wrapped, pin ?? "");
  if (secrets.ok) return secrets;
  return no(secrets.reason === "passphrase-wrong" ? "pin-wrong" : "pin-too-heavy");
}
