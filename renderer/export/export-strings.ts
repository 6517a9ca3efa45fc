import type { i18n } from "i18next";
import type { ExportStrings } from "../../shared/export/strings.ts";
import { localeForDates } from "../i18n/dates.ts";

/** The sentences of an exported record, out of the catalogue and in the language of the screen. */
export function exportStrings({ t, language, dir }: Pick<i18n, "dir" | "language" | "t">): ExportStrings {
  const moment = new Intl.DateTimeFormat(localeForDates(language), { dateStyle: "long", timeStyle: "short" });
  const languages = new Intl.DisplayNames([language], { type: "language" });
  return {
    language,
    direction: dir(language),
    moment: (iso) => moment.format(new Date(iso)),
    draftMark: t("paper.draftMark"),
    draftMeaning: t("paper.draftMeaning"),
    agreedMark: t("paper.agreedMark"),
    agreedMeaning: t("paper.agreedMeaning"),
    frozenAt: (when) => t("paper.frozenAt", { moment: when }),
    readerHeading: t("paper.reader"),
    everyoneInTheRoom: t("paper.everyoneInTheRoom"),
    voicesHeading: t("paper.voices"),
    summaryHeading: t("text.summary"),
    summaryKey: t("paper.summaryKey"),
    decisionsHeading: t("text.decisions"),
    leftOpenHeading: t("text.leftOpen"),
    nextMeetingHeading: t("text.nextTime"),
    wordsHeading: t("text.words"),
    reflectionHeading: t("record.reflection"),
    consentsHeading: t("agreed.consents"),
    wordedBy: (name) => t("paper.wordedBy", { name }),
    stands: (name, position) => t("paper.stands", { name, stands: t(`decide.stands.${position}`) }),
    letsItStand: (name) => t("paper.stands", { name, stands: t("decide.standsAside") }),
    waysHeading: t("decide.ways"),
    wayBy: (name) => t("decide.wayBy", { name }),
    mattersHeading: t("decide.matters"),
    reviewHeading: t("decide.review"),
    tasksHeading: t("decide.tasks"),
    takesThisOn: (name) => t("paper.stands", { name, stands: t("decide.takesThisOn") }),
    takesOn: (name) => t("paper.stands", { name, stands: t("decide.takesOn") }),
    forVoice: (name) => t("decide.forVoice", { name }),
    until: (until) => t("decide.until", { until }),
    wishesHeading: t("wishes.title"),
    wants: (name) => t("paper.stands", { name, stands: t("wishes.wants") }),
    weighings: {
      "could-go-wrong": t("wishes.weighings.could-go-wrong"),
      "makes-safer": t("wishes.weighings.makes-safer"),
      "lost-by-no": t("wishes.weighings.lost-by-no"),
    },
    writtenDownBy: (name) => t("text.writtenDownBy", { name }),
    renderedBy: (name, rendered) => t("text.renderedBy", { name, language: languages.of(rendered) ?? rendered }),
    imagining: (called) => t("absent.said", { called }),
    someoneMissing: t("absent.notHere"),
    answering: (name) => t("text.answering", { name }),
    nothing: t("text.emptySummary"),
    saidAloud: (scribe, witness) => t("paper.saidAloud", { scribe, witness }),
    consentVoice: t("paper.consentVoice"),
    consentMoment: t("paper.consentMoment"),
    consentKey: t("paper.consentKey"),
    digest: t("agreed.fingerprint"),
    takesThePlaceOf: (fingerprint) => t("paper.takesThePlaceOf", { fingerprint }),
    proofHeading: t("paper.proof"),
    proofMeaning: t("paper.proofMeaning"),
    proofLink: t("paper.proofLink"),
  };
}
