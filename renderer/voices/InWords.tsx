import { useId, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { VoicesPicture } from "../../shared/meeting/voices-picture.ts";
import { tellVoices } from "../../shared/meeting/voices-told.ts";
import { Button } from "../ui/Button.tsx";
import { paragraphsOf } from "./sentences.ts";

/** The picture in plain sentences. A screen reader finds them always, everyone else when they ask for them. */
export function InWords(props: { readonly picture: VoicesPicture; readonly nameOf: (voice: VoiceId) => string }) {
  const { t, i18n } = useTranslation();
  const { picture, nameOf } = props;
  const [open, setOpen] = useState(false);
  const id = useId();
  const paragraphs = useMemo(
    () => paragraphsOf(tellVoices(picture), nameOf, t, i18n.language),
    [picture, nameOf, t, i18n.language],
  );
  return (
    <div className="voices__in-words">
      <Button aria-expanded={open} aria-controls={id} onPress={() => setOpen(!open)}>
        {t("voices.inWords")}
      </Button>
      <div id={id} className={open ? "sheet words" : "unseen"}>
        {paragraphs.map((paragraph, index) => (
          <p key={index} dir="auto">
            {paragraph}
          </p>
        ))}
      </div>
    </div>
  );
}
