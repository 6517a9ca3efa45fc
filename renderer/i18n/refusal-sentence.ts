import type { english } from "./english/english.ts";

/** Every reason why a wish may not be carried out, whatever part of the program refuses it. */
export type RefusalCode = keyof (typeof english)["refusal"];

/** The catalogue key of the one sentence that says what happened, what is safe and what to do. */
export function refusalKey<Code extends RefusalCode>(code: Code): `refusal.${Code}` {
  return `refusal.${code}`;
}
