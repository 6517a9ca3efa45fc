import type { TFunction } from "i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { KindOfPart, Passage } from "../../shared/consent/parts-to-read.ts";
import { givenSentence } from "../ui/RevisionReaders.tsx";

/** A passage as it is told: what the screen says before and after it, in its own language, and the words themselves. */
export interface Told {
  readonly before: string;
  readonly words: string;
  readonly after: string;
}

/** What a part is about. */
export function kindInWords(t: TFunction, kind: KindOfPart): string {
  switch (kind) {
    case "head":
      return t("text.head");
    case "summary":
      return t("text.summary");
    case "wish":
      return t("wishes.title");
    case "decision":
      return t("text.decisions");
    case "left-open":
      return t("text.leftOpen");
    case "tasks":
      return t("decide.tasks");
    case "next-meeting":
      return t("text.nextTime");
    case "words":
      return t("text.words");
    case "readers":
      return t("text.copies");
  }
}

/** How what is not a word of the text is put: what a voice is called in it, and a moment. */
interface Telling {
  readonly nameOf: (voice: VoiceId) => string;
  readonly moment: (iso: string) => string;
}

/** Tells a passage: whose it is, what it is, and the words. It is shown and spoken alike. */
export function tell(t: TFunction, { nameOf, moment }: Telling, passage: Passage): Told {
  const { voice, text } = passage;
  const name = voice === null ? "" : nameOf(voice);
  const told = (before: string, after = ""): Told => ({ before, words: text, after });
  switch (passage.as) {
    case "heading":
    case "remembered":
    case "next-meeting":
      return told("");
    case "decision":
      return told("", t("paper.wordedBy", { name }));
    case "meeting":
      return told("", t("paper.frozenAt", { moment: moment(passage.frozenAt) }));
    case "present": {
      const called = text === "" ? name : `${name}, ${text}`;
      const before = t("text.voiceInIt", { name: called, kind: t(`voice.kinds.${passage.kind}`) });
      return { before, words: "", after: "" };
    }
    case "wish":
      return told(t("readAloud.does", { name, does: t("wishes.wants") }));
    case "could-go-wrong":
    case "makes-safer":
    case "lost-by-no":
      return told(`${t(`wishes.weighings.${passage.as}`)} – ${name}`);
    case "way":
      return told(t("readAloud.way", { name }));
    case "matter":
      return told(t("decide.addMatter", { name }));
    case "review":
      return told(t("decide.review"));
    case "position": {
      const aside = passage.position === "do-not-agree" && passage.mayStand;
      const does = aside ? t("decide.standsAside") : t(`decide.stands.${passage.position}`);
      return told(t("readAloud.does", { name, does }));
    }
    case "task": {
      const does = t(text === "" ? "decide.takesThisOn" : "decide.takesOn");
      const whom = passage.because === null ? [] : [t("decide.forVoice", { name: nameOf(passage.because) })];
      const after = passage.until === "" ? "" : t("decide.until", { until: passage.until });
      return told([t("readAloud.does", { name, does }), ...whom].join(", "), after);
    }
    case "said":
      return told(saidBy(t, nameOf, passage, name));
    case "room":
      return told(t(passage.only ? "text.copiesRoomOnly" : "text.copiesRoom"));
    case "reader": {
      const before = givenSentence(t, { reader: text, parts: passage.parts });
      return { before, words: "", after: passage.asInRoom ? t("text.calledAsInTheRoom") : "" };
    }
    case "called": {
      const called = passage.relation === "" ? text : `${text}, ${passage.relation}`;
      return { before: t("text.calledInCopy", { name, called }), words: "", after: "" };
    }
  }
}

function saidBy(
  t: TFunction,
  nameOf: (voice: VoiceId) => string,
  { scribe, imagines, phase, answers }: Extract<Passage, { readonly as: "said" }>,
  name: string,
): string {
  return [
    name,
    ...(scribe === null ? [] : [t("text.writtenDownBy", { name: nameOf(scribe) })]),
    ...(imagines === null ? [] : [t("absent.said", { called: imagines === "" ? t("absent.notHere") : imagines })]),
    ...(phase === "reflection" ? [t("text.reflection")] : []),
    ...(answers === null ? [] : [t("text.answering", { name: nameOf(answers) })]),
  ].join(", ");
}
