import type { ReaderName } from "../../shared/consent/statements.ts";
import type { Bytes } from "../../shared/crypto/bytes.ts";
import type { NotBundled } from "../../shared/export/bundle.ts";
import type { Digest } from "../../shared/feed/ids.ts";
import type { Result } from "../../shared/result.ts";

/** Why a copy was not taken along. */
export type NotTaken = NotBundled;

/** What proves one copy, signed by a voice of the record, and the means to seal the file that it goes into. */
export interface CopyInHand {
  /** The text of a `.polyphony` file. */
  readonly bundle: string;
  /** The page, with a seal over all of it. */
  readonly sealHtml: (html: string) => Promise<Bytes>;
  /** The PDF, with a seal over all of it. Rejects for bytes that are no PDF. */
  readonly sealPdf: (pdf: Bytes) => Promise<Bytes>;
}

/** Taking an agreed record along. */
export interface TakingCopiesWishes {
  /**
   * What proves one reader's copy of an agreed record. The voice that speaks now signs, or another whose key is at hand here:
   * refused as `not-a-voice` where the record asked none of them.
   */
  takeCopy(digest: Digest, reader: ReaderName): Promise<Result<CopyInHand, NotTaken>>;
  /**
   * A `.polyphony` file without any words, for those who hold copies of a record: that a yes to it was taken back, or that a
   * later one takes its place.
   */
  takeNotice(digest: Digest): Promise<Result<string, NotTaken>>;
}
