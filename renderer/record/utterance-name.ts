import type { TFunction } from "i18next";

/** What is told of an utterance to someone who does not see it. Names and words are empty where there are none. */
export interface Told {
  readonly name: string;
  /** Who that is missing its voice imagines to be speaking. */
  readonly imagines: string;
  /** Who wrote it down, where that was not its own voice. */
  readonly scribe: string;
  readonly confirmed: boolean;
  readonly said: boolean;
  readonly withdrawn: boolean;
  /** Whether it stands in for an earlier wording. */
  readonly putDifferently: boolean;
  /** Whether its voice lets it go into the record. */
  readonly forRecord: boolean;
  /** Whose words it answers, which of them, and whether those were put differently since. */
  readonly answered: string;
  readonly quote: string;
  readonly answersEarlier: boolean;
}

/** An utterance's name in one line: whose it is first, then how it came to stand there, then what it answers. */
export function utteranceName(t: TFunction, told: Told): string {
  const { name, imagines, scribe, said, answered, quote } = told;
  if (told.withdrawn) return t("record.withdrawn", { name });
  const whose = said || scribe !== "" ? name : t("record.utteranceWriting", { name });
  const parts = [
    imagines === "" ? whose : t("absent.utterance", { name: whose, called: imagines }),
    scribe === "" ? "" : t(said ? "record.writtenDown" : "record.beingWrittenDown", { name: scribe }),
    said && !told.confirmed ? t("record.notConfirmed") : "",
    told.putDifferently ? t("record.putDifferently") : "",
    told.forRecord ? "" : t("record.notForRecord"),
    answered === ""
      ? ""
      : quote === ""
        ? t("record.answering", { name: answered })
        : t("record.answeringWords", { name: answered, words: quote }),
    answered !== "" && told.answersEarlier ? t("record.answersEarlier") : "",
  ];
  return parts.filter((part) => part !== "").join(", ");
}
