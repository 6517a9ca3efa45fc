import type { DatabaseSync } from "node:sqlite";

import type { RawRow } from "./raw-rows.ts";

/** What one kind of file keeps, and how. */
export interface Shelf<Row> {
  /** The statements that make its tables. */
  readonly schema: string;
  /** Puts rows where they belong, in the place of what is there. Runs within a transaction. */
  put(database: DatabaseSync, rows: readonly Row[]): void;
  /** Everything that is kept and is as it was written. */
  read(database: DatabaseSync): Kept<Row>;
  /** Finds its rows among all that lie on the pages of a damaged file. */
  recognise(raw: readonly RawRow[]): readonly Row[];
}

/** What was found in a file. */
export interface Kept<Row> {
  readonly rows: readonly Row[];
  /** Whether something that was kept is not among them. */
  readonly damaged: boolean;
}
