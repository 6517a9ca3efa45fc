import { useTranslation } from "react-i18next";
import { InPlace } from "../ui/InPlace.tsx";
import { sayersIn, type Room } from "./room.ts";
import { SayWords } from "./SayWords.tsx";
import { Waiting } from "./Waiting.tsx";
import { WishCard } from "./WishCard.tsx";
import "./decide.css";

/** What single voices want, and what makes that safer. */
export function Wishes({ room }: { readonly room: Room }) {
  const { t } = useTranslation();
  const wishes = [...room.state.wishes.values()].sort((a, b) => a.at - b.at);
  const sayers = sayersIn(room);
  return (
    <section className="decisions" aria-label={t("wishes.title")}>
      <h3>{t("wishes.title")}</h3>
      {wishes.length === 0 ? <p className="soft">{t("wishes.none")}</p> : null}
      {wishes.map((wish) => (
        <WishCard key={wish.id} room={room} wish={wish} />
      ))}
      <Waiting
        room={room}
        about={(says) => says.kind === "wish-worded" && !wishes.some(({ id }) => id === says.wish)}
      />
      {sayers.length === 0 ? null : (
        <InPlace label={t("wishes.add")}>
          {(done) => (
            <SayWords
              sayers={sayers}
              label={(voice) => (voice.seated ? t("wishes.wordsAloud", voice.profile) : t("wishes.words"))}
              takesBack=""
              said={() => ""}
              keep={(voice, words) => room.wishes.wordWish(voice, words)}
              onDone={done}
            />
          )}
        </InPlace>
      )}
    </section>
  );
}
