import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Wish } from "../../shared/meeting/decided.ts";
import { WEIGHINGS, type Weighing } from "../../shared/meeting/deciding-statements.ts";
import { VoiceName } from "../ui/DecidedSentences.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { voiceStyle } from "../ui/voice-colour.ts";
import { isHeardHere, sayersIn, type Room } from "./room.ts";
import { Reword } from "./Reword.tsx";
import { SaidLines } from "./SaidLines.tsx";
import { SayWords } from "./SayWords.tsx";
import { Waiting } from "./Waiting.tsx";

/** One voice's wish, and what each voice has to say of it. Nothing is added up. */
export function WishCard({ room, wish }: { readonly room: Room; readonly wish: Wish }) {
  const { t } = useTranslation();
  const { voices } = room.state;
  const colour = voices.get(wish.voice)?.profile.colour ?? "slate";
  return (
    <article className="decision wish" aria-label={wish.text} style={voiceStyle(colour)}>
      <p className="soft">
        <VoiceName voice={wish.voice} writers={voices} /> {t("wishes.wants")}
      </p>
      <p className="decision__words" dir="auto">
        {wish.text}
      </p>
      <Waiting room={room} about={(says) => says.kind === "wish-worded" && says.wish === wish.id} />
      {WEIGHINGS.map((as) => (
        <Weighed key={as} room={room} wish={wish} as={as} />
      ))}
      {isHeardHere(room, wish.voice) ? (
        <Reword
          text={wish.text}
          label={t("wishes.reword")}
          maxLength={2000}
          stoodOn={false}
          reword={(text) => room.wishes.rewordWish(wish.id, text)}
        />
      ) : null}
    </article>
  );
}

function Weighed(props: { readonly room: Room; readonly wish: Wish; readonly as: Weighing }) {
  const { t } = useTranslation();
  const { room, wish, as } = props;
  const said: ReadonlyMap<VoiceId, string> = wish.weighed.get(as) ?? new Map<VoiceId, string>();
  const sayers = sayersIn(room);
  const title = t(`wishes.weighings.${as}`);
  const name = sayers[0]?.profile.name;
  return (
    <section className="decision__part" aria-label={title}>
      <h4>{title}</h4>
      {said.size === 0 && name === undefined ? <p className="soft">{t("wishes.nobody")}</p> : null}
      <SaidLines said={said} voices={room.state.voices} />
      <Waiting room={room} about={(says) => says.kind === "wish-weighed" && says.wish === wish.id && says.as === as} />
      {name === undefined ? null : (
        <InPlace label={t("wishes.say", { name })} name={t("wishes.sayAbout", { name, about: title })}>
          {(done) => (
            <SayWords
              sayers={sayers}
              label={() => title}
              takesBack={t("decide.emptyTakesBack")}
              said={(voice) => said.get(voice) ?? ""}
              keep={(voice, words) => room.wishes.weighWish(voice, wish.id, as, words)}
              onDone={done}
            />
          )}
        </InPlace>
      )}
    </section>
  );
}
