import { RuleTester } from "eslint";
import tseslint from "typescript-eslint";
import { describe, it } from "vitest";

import { explainedCast } from "../../../../build/eslint/explained-cast.mjs";

RuleTester.describe = describe;
RuleTester.it = it;

const tester = new RuleTester({ languageOptions: { parser: tseslint.parser } });
const errors = [{ messageId: "unexplained" }];

tester.run("a cast says why it is true", explainedCast, {
  valid: [
    "const voices = ['Samira', 'Layla'] as const;",
    "// The digest of SHA-256 has 32 bytes.\nconst digest = bytes as Digest;",
    "const digest = bytes as Digest; // SHA-256 has 32 bytes.",
    "const digest = hash(\n  // SHA-256 has 32 bytes.\n  bytes as Digest,\n);",
    "// Checked above.\nconst id = value as unknown as VoiceId;",
  ],
  invalid: [
    { code: "const digest = bytes as Digest;", errors },
    { code: "// About something else.\n\nconst digest = bytes as Digest;", errors },
    { code: "const id = value as unknown as VoiceId;", errors },
    { code: "const digest = <Digest>bytes;", errors },
  ],
});
