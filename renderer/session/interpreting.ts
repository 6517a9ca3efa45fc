import { no, type Result } from "../../shared/result.ts";
import type { InterpretingWishes } from "./interpreting-wishes.ts";
import type { LiveMeeting } from "./live-meeting.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { Refusal } from "./meeting-session.ts";
import type { Permission } from "./permission.ts";

/** Renderings, by the interpreter who speaks now. */
export function interpreting(live: LiveMeeting, permission: Permission): InterpretingWishes {
  return {
    async render(utterance, { language, text, notes }) {
      const local = interpreter();
      if (!local.ok) return local;
      const words = text.trim();
      if (words === "" || live.state.meeting.utterances.get(utterance)?.withdrawn !== false)
        return no("nothing-written");
      const said = notes
        .map(({ word, says }) => ({ word: word.trim(), says: says.trim() }))
        .filter(({ word, says }) => word !== "" && says !== "");
      return permission.declared(local, { kind: "rendering-given", utterance, language, text: words, notes: said });
    },
    takeRenderingBack: (utterance, language) =>
      permission.declared(interpreter(), { kind: "rendering-given", utterance, language, text: "", notes: [] }),
  };

  function interpreter(): Result<LocalVoice, Refusal> {
    const local = permission.maySpeak();
    if (!local.ok) return local;
    const kind = live.state.meeting.voices.get(local.value.id)?.profile.kind;
    return kind === "interpreter" ? local : no("not-an-interpreter");
  }
}
