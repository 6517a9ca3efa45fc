import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { Reading } from "./use-reading.ts";

/** The one button with which a voice of this laptop reads, and stops; or why somebody has to read instead. */
export function VoiceOfLaptop(props: { readonly reading: Reading; readonly unspoken: string | null }) {
  const { t } = useTranslation();
  const { reading, unspoken } = props;
  if (reading.voice === "no-voices") return <p className="soft aloud__voice">{t("readAloud.noVoices")}</p>;
  return (
    <div className="aloud__voice">
      {/* It stays where it is when the part cannot be spoken, so that the keyboard does too. */}
      <Button
        aria-describedby="aloud-here"
        onPress={() => (reading.voice === "reading" ? reading.stop() : reading.read())}
      >
        {t(reading.voice === "reading" ? "readAloud.stop" : "readAloud.readToUs")}
      </Button>
      <p id="aloud-here" className="soft">
        {t("readAloud.onlyHere")}
      </p>
      <Notice>
        {unspoken !== null
          ? t("readAloud.noVoiceFor", { language: unspoken })
          : reading.voice === "trouble"
            ? t("readAloud.trouble")
            : null}
      </Notice>
    </div>
  );
}
