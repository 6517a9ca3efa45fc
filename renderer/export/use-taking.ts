import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { ReaderName } from "../../shared/consent/statements.ts";
import type { Digest } from "../../shared/feed/ids.ts";
import { readerName } from "../../shared/export/reader-name.ts";
import type { ExportRecord } from "../../shared/export/record.ts";
import { mayBeThisPaper } from "../../shared/export/this-paper.ts";
import { no, ok, type Result } from "../../shared/result.ts";
import type { Shell } from "../../shared/shell.ts";
import type { CopyInHand, NotTaken, TakingCopiesWishes } from "../session/taking-copies-wishes.ts";
import { useInTurn } from "../ui/use-in-turn.ts";
import { useLasting } from "../ui/use-lasting.ts";
import { useWish } from "../ui/use-wish.ts";
import { exportStrings } from "./export-strings.ts";
import { fileNameOf } from "./file-name.ts";
import { fileOf, paperOf, typeOf, type Form, type PaperForm } from "./forms.ts";
import { takePaper, type Taken } from "./take-paper.ts";

/** One copy in one form. */
export interface Copying<Which extends Form = Form> {
  readonly form: Which;
  readonly reader: ReaderName;
  readonly standing: ExportRecord["standing"];
}

/** A paper that the browser was given to print, and when. */
interface PaperCopying extends Copying<PaperForm> {
  readonly printedAtMs: number;
}

type Refused = NotTaken | "not-a-paper" | "not-exported" | "not-this-paper";

/** Taking along: what was wished, what became of it, and what the browser was given to print last. */
export interface Taking {
  readonly underWay: boolean;
  /** Whether it has been under way for so long that somebody may wonder. */
  readonly lasts: boolean;
  readonly refused: Refused | null;
  readonly taken: Taken | null;
  readonly printed: PaperCopying | null;
  readonly take: (copying: Copying) => void;
  /** Puts the proof into a PDF that the browser saved of the paper that was printed last. */
  readonly finish: (pdf: File) => void;
  readonly notice: (digest: Digest) => void;
  /** Asks whether something may be taken along at all. */
  readonly ask: (whether: () => Promise<Result<unknown, Refused>>) => void;
}

/** Makes copies and hands them to the person, one at a time. */
export function useTaking(from: {
  readonly proposed: ProposedRevision;
  readonly shell: Shell;
  readonly wishes: TakingCopiesWishes;
}): Taking {
  const { t, i18n } = useTranslation();
  const { proposed, shell, wishes } = from;
  const wish = useWish<Refused>();
  const [taken, setTaken] = useState<Taken | null>(null);
  const [printed, setPrinted] = useState<PaperCopying | null>(null);
  const inTurn = useInTurn();
  const lasts = useLasting(wish.underWay);

  const nameFor = (ending: string, { form, reader, standing }: Copying) => {
    const chosen = proposed.revision.readers.find(({ id }) => id === reader);
    const more = [
      chosen === undefined ? "" : readerName(chosen),
      ...(form === "large-paper" ? [t("agreed.inName.large")] : []),
      ...(standing === "draft" ? [t("agreed.inName.draft")] : []),
    ];
    return fileNameOf(proposed.revision.name, ending, ...more);
  };
  const making = async ({ reader, standing }: Copying) => {
    const record: ExportRecord = { standing, proposed, reader, strings: exportStrings(i18n) };
    const proof: Result<CopyInHand | null, NotTaken> =
      standing === "draft" ? ok(null) : await wishes.takeCopy(proposed.digest, reader);
    return proof.ok ? ok({ record, proof: proof.value }) : proof;
  };
  const save = async (name: string, mediaType: string, bytes: Uint8Array<ArrayBuffer>) =>
    ok((await shell.saveFile({ name, mediaType, bytes })) ? ("saved" as const) : ("not-saved" as const));

  /** Whatever goes wrong on the way to a file is told to the person, not to a log. */
  const run = async (about: string, make: () => Promise<Result<Taken, Refused>>) => {
    const inItsTurn = inTurn(async () => {
      setTaken(null);
      try {
        return await make();
      } catch {
        return no("not-exported");
      }
    });
    const done = await wish.run(inItsTurn, about);
    if (done !== null) setTaken(done.value);
    return done?.value ?? null;
  };

  const take = async (copying: Copying) => {
    const { form } = copying;
    const printedAtMs = Date.now();
    const done = await run(`${form} ${copying.reader} ${copying.standing}`, async () => {
      setPrinted(null);
      const made = await making(copying);
      if (!made.ok) return made;
      if (form === "paper" || form === "large-paper") {
        return takePaper(shell, { name: nameFor("pdf", copying), ...paperOf(form, made.value) });
      }
      const { ending, mediaType } = typeOf(form);
      return save(nameFor(ending, copying), mediaType, await fileOf(form, made.value));
    });
    if (done === "printing" && (form === "paper" || form === "large-paper")) {
      setPrinted({ ...copying, form, printedAtMs });
    }
  };
  const finish = async (pdf: File) => {
    if (printed === null) return;
    await run("finish", async () => {
      const made = await making(printed);
      if (!made.ok) return made;
      const given = new Uint8Array(await pdf.arrayBuffer());
      const saved = { bytes: given, savedAtMs: pdf.lastModified };
      if (!(await mayBeThisPaper(saved, { ...printed, digest: proposed.digest }))) return no("not-this-paper");
      const bytes = await paperOf(printed.form, made.value)
        .finish(given)
        .catch(() => null);
      return bytes === null ? no("not-a-paper") : save(nameFor("pdf", printed), "application/pdf", bytes);
    });
  };
  const notice = (digest: Digest) =>
    run(`notice ${digest}`, async () => {
      const made = await wishes.takeNotice(digest);
      if (!made.ok) return made;
      const { ending, mediaType } = typeOf("proof");
      const name = fileNameOf(proposed.revision.name, ending, t("agreed.inName.notice"));
      return save(name, mediaType, new TextEncoder().encode(made.value));
    });

  return {
    underWay: wish.underWay,
    lasts,
    refused: wish.refused,
    taken,
    printed,
    take: (copying) => void take(copying),
    finish: (pdf) => void finish(pdf),
    notice: (digest) => void notice(digest),
    ask: (whether) => {
      setTaken(null);
      void wish.run(whether);
    },
  };
}
