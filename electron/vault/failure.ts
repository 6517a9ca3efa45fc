import { no, ok, type Result } from "../../shared/result.ts";
import type { VaultFailure } from "../../shared/shell.ts";

// SQLite's primary result codes, https://sqlite.org/rescode.html
const PRIMARY = new Map<number, VaultFailure>([
  [3, "vault-read-only"], // PERM
  [5, "vault-locked"], // BUSY
  [6, "vault-locked"], // LOCKED
  [8, "vault-read-only"], // READONLY
  [11, "vault-damaged"], // CORRUPT
  [13, "vault-full"], // FULL
  [26, "vault-damaged"], // NOTADB
]);
/** No room for the index of the write-ahead log, which SQLite reports as an error of input and output. */
const IOERR_SHMSIZE = 10 | (19 << 8);

const SYSTEM = new Map<unknown, VaultFailure>([
  ["EACCES", "vault-read-only"],
  ["EDQUOT", "vault-full"],
  ["ENOSPC", "vault-full"],
  ["EPERM", "vault-read-only"],
  ["EROFS", "vault-read-only"],
  // A number that does not fit where the program has written only ones that do.
  ["ERR_OUT_OF_RANGE", "vault-damaged"],
]);

/** Does something with files or a database; what SQLite or the system has against it comes back as a reason. */
export function attempt<Value>(act: () => Value): Result<Value, VaultFailure> {
  try {
    return ok(act());
  } catch (error) {
    return no(failureOf(error));
  }
}

/** The same for what gives nothing back. */
export function carryOut(act: () => void): Result<null, VaultFailure> {
  return attempt(() => {
    act();
    return null;
  });
}

function failureOf(error: unknown): VaultFailure {
  if (!(error instanceof Error)) return "vault-unavailable";
  const sqlite: unknown = Reflect.get(error, "errcode");
  if (typeof sqlite === "number") {
    if (sqlite === IOERR_SHMSIZE) return "vault-full";
    return PRIMARY.get(sqlite & 0xff) ?? "vault-unavailable";
  }
  return SYSTEM.get(Reflect.get(error, "code")) ?? "vault-unavailable";
}
