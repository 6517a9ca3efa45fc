import { describe, expect, it } from "vitest";
import { attacks } from "./all-attacks.ts";
import { runAttack } from "./run-attack.ts";

/** As much of what is done in numbers as there is time for here; `npm run attack` does all of it. */
const SCALE = 0.01;

describe.each(["P5", "P6"] as const)("Someone who would like to break %s", (promise) => {
  it.each(attacks.filter((attack) => attack.promise === promise).map((attack) => [attack.name, attack] as const))(
    "comes to nothing trying to %s",
    async (_, attack) => {
      const { harms, tried } = await runAttack(attack, { seed: 7, scale: SCALE });
      expect(harms).toEqual([]);
      expect(tried).toBeGreaterThan(0);
    },
  );
});
