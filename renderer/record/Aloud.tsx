import { useTranslation } from "react-i18next";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Unwitnessed } from "../../shared/consent/spoken.ts";
import type { Place } from "../../shared/meeting/shapes.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { usePutAside } from "../ui/use-put-aside.ts";

/**
 * What was said aloud by someone without a device and written down by someone else: whoever heard it too can say so, and
 * then it counts. It is not asked of the one who wrote it down.
 */
export function Aloud(props: {
  readonly unwitnessed: readonly Unwitnessed[];
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  /** Who on this laptop would witness: the voice that speaks now. */
  readonly witness: Voice | null;
  readonly onWitness: (place: Place) => void;
  /** The witness has not heard it: it is not asked again, and that says nothing to anyone. */
  readonly onPutAside: () => void;
}) {
  const { t } = useTranslation();
  const { voices, witness } = props;
  const nameOf = (voice: VoiceId) => voices.get(voice)?.profile.name ?? t("record.unknownVoice");
  const { isAside, putAside } = usePutAside();
  const asked = props.unwitnessed
    .map((one) => ({ ...one, name: `${one.feed}#${String(one.seq)}` }))
    .filter(({ scribe, name }) => witness !== null && scribe !== witness.id && !isAside(name + witness.id));
  return (
    <>
      {asked.map(({ name, feed, seq, voice, scribe, says }) => (
        <Notice
          key={name}
          action={
            <>
              <Button onPress={() => props.onWitness({ feed, seq })}>
                {t("aloud.witness", { witness: witness?.profile.name ?? "" })}
              </Button>
              <Button
                weight="quiet"
                onPress={() => {
                  putAside(name + (witness?.id ?? ""));
                  props.onPutAside();
                }}
              >
                {t("aloud.notHeard")}
              </Button>
            </>
          }
        >
          {t("aloud.wroteDown", { scribe: nameOf(scribe), name: nameOf(voice), words: t(`aloud.says.${says.kind}`) })}
        </Notice>
      ))}
    </>
  );
}
