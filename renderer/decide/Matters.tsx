import { useTranslation } from "react-i18next";
import type { DecisionId, VoiceId } from "../../shared/feed/ids.ts";
import type { Way } from "../../shared/meeting/decided.ts";
import { InPlace } from "../ui/InPlace.tsx";
import { sayersIn, type Room } from "./room.ts";
import { SaidLines } from "./SaidLines.tsx";
import { SayWords } from "./SayWords.tsx";
import { Waiting } from "./Waiting.tsx";

/** What matters to whom about a decision, or about one of its ways; each in its own words. */
export function Matters(props: {
  readonly room: Room;
  readonly decision: DecisionId;
  readonly way: Way | null;
  readonly matters: ReadonlyMap<VoiceId, string>;
}) {
  const { t } = useTranslation();
  const { room, decision, way, matters } = props;
  const sayers = sayersIn(room);
  const name = sayers[0]?.profile.name;
  return (
    <>
      <SaidLines said={matters} voices={room.state.voices} />
      <Waiting
        room={room}
        about={(says) =>
          says.kind === "matter-told" && says.decision === decision && says.way === (way === null ? null : way.id)
        }
      />
      {name === undefined ? null : (
        <InPlace
          label={t("decide.addMatter", { name })}
          {...(way === null ? {} : { name: t("decide.addMatterAbout", { name, way: way.text }) })}
        >
          {(done) => (
            <SayWords
              sayers={sayers}
              label={(voice) => (voice.seated ? t("decide.matterWordsAloud", voice.profile) : t("decide.matterWords"))}
              takesBack={t("decide.emptyTakesBack")}
              said={(voice) => matters.get(voice) ?? ""}
              keep={(voice, words) => room.wishes.tellMatter(voice, decision, way?.id ?? null, words)}
              onDone={done}
            />
          )}
        </InPlace>
      )}
    </>
  );
}
