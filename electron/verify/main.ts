import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { parseArgs } from "node:util";

import { verifyFile } from "../../shared/export/verify-file.ts";
import { nothingVerified, type Verification } from "../../shared/export/verify-outcome.ts";
import { verifyTogether } from "../../shared/export/verify-together.ts";
import { sentencesFor, usage } from "./sentences.ts";

/*
 * Checks agreed records, without a network and without a window:
 *   node electron/verify/main.ts FILE… [--json]
 * Says of each file who consented to what and when, or what in it is not as it was agreed; with --json one line of JSON for
 * each file. Ends with 0 when every file holds, and with 1 otherwise. A record that holds and was replaced, or from which a
 * yes was withdrawn, still is exactly what was agreed: that is said, and ends with 0.
 */

const wish = wishOf(process.argv.slice(2));
if (wish === null) {
  process.stderr.write(`${usage}\n`);
  process.exitCode = 1;
} else {
  const verifications = verifyTogether(await Promise.all(wish.files.map(verified)));
  for (const [index, verification] of verifications.entries()) {
    const file = wish.files[index] ?? "";
    process.stdout.write(
      wish.json
        ? `${JSON.stringify({ file, ...verification })}\n`
        : `${index === 0 ? "" : "\n"}${sentencesFor(basename(file), verification).join("\n")}\n`,
    );
  }
  if (!verifications.every(({ ok }) => ok)) process.exitCode = 1;
}

/** What is asked for, or null when that cannot be told. */
function wishOf(args: readonly string[]): { readonly files: readonly string[]; readonly json: boolean } | null {
  try {
    const { values, positionals: files } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false } },
    });
    return files.length === 0 ? null : { files, json: values.json };
  } catch {
    return null;
  }
}

async function verified(file: string): Promise<Verification> {
  try {
    // npm runs scripts in the project's own folder; a file is meant from where the person is.
    return await verifyFile(await readFile(resolve(process.env["INIT_CWD"] ?? "", file)));
  } catch {
    return nothingVerified({ part: "file", why: "missing" });
  }
}
