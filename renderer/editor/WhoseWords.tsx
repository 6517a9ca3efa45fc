import { useLexicalComposerContext } from "@lexical/react/LexicalComposerContext";
import { $getRoot } from "lexical";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { MeetingSession, MeetingView } from "../session/meeting-session.ts";
import { VOICE_LINES } from "../ui/voice-colour.ts";
import { rangesOfVoices, voiceAt } from "./whose-words.ts";

/**
 * Underlines every run of the summary in its voice's colour and line, and says in words whose the run at the caret is.
 * It reads the proved voice of each letter from the session; the editor's own nodes know nothing of it.
 */
export function WhoseWords({ session }: { readonly session: MeetingSession }) {
  const [editor] = useLexicalComposerContext();
  const { t } = useTranslation();
  const [atCaret, setAtCaret] = useState<VoiceId | null>(null);
  useEffect(() => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    const names = new Set<string>();
    let frame = 0;
    let drawnVoices: MeetingView["state"]["voices"] | null = null;
    const draw = (): void => {
      frame = 0;
      const blocks = editor.read(() =>
        $getRoot()
          .getChildrenKeys()
          .map((key) => editor.getElementByKey(key)),
      );
      const ranges = rangesOfVoices(
        blocks.filter((block) => block !== null),
        session.summaryText(),
      );
      const known = session.view().state.voices;
      const voices = [...known.values()];
      for (const name of names) CSS.highlights.delete(name);
      names.clear();
      if (known !== drawnVoices) sheet.replaceSync(voices.map((voice, index) => lineOf(voice, index)).join("\n"));
      drawnVoices = known;
      for (const [index, voice] of voices.entries()) {
        const own = ranges.get(voice.id);
        if (own === undefined) continue;
        names.add(highlightName(index));
        CSS.highlights.set(highlightName(index), new Highlight(...own));
      }
      const { anchorNode, anchorOffset } = document.getSelection() ?? { anchorNode: null, anchorOffset: 0 };
      const inside = anchorNode !== null && editor.getRootElement()?.contains(anchorNode) === true;
      setAtCaret(inside ? voiceAt(ranges, anchorNode, anchorOffset) : null);
    };
    const drawSoon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    drawSoon();
    const leave = [
      editor.registerUpdateListener(drawSoon),
      session.subscribe(() => {
        if (session.view().state.voices !== drawnVoices) drawSoon();
      }),
      session.subscribeToText("summary", drawSoon),
    ];
    return () => {
      for (const one of leave) one();
      cancelAnimationFrame(frame);
      for (const name of names) CSS.highlights.delete(name);
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
    };
  }, [editor, session]);
  const name = atCaret === null ? undefined : session.view().state.voices.get(atCaret)?.profile.name;
  return (
    <p className="words-at-caret" role="status">
      {name === undefined ? "" : t("editing.wordsOf", { name })}
    </p>
  );
}

function highlightName(index: number): string {
  return `voice-${String(index)}`;
}

function lineOf({ profile: { colour } }: Voice, index: number): string {
  return `[data-whose-words] .words-input *::highlight(${highlightName(index)}) {
  text-decoration: underline ${VOICE_LINES[colour]} color-mix(in srgb, var(--voice-${colour}) 70%, transparent) 2.5px;
}`;
}
