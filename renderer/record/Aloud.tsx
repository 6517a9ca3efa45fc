import { useTranslation } from "react-i18next";
import type { Unwitnessed } from "../../shared/consent/spoken.ts";
import type { Revisions } from "../../shared/consent/state.ts";
import { mayWitness } from "../../shared/consent/witnesses.ts";
import type { Place } from "../../shared/meeting/shapes.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { usePutAside } from "../ui/use-put-aside.ts";

/**
 * What was said aloud by someone without a device and written down by someone else: whoever heard it too can say so, and
 * then it counts. It is not asked of the one who wrote it down, nor, of a yes, of someone whom the text does not ask.
 */
export function Aloud(props: {
  readonly unwitnessed: readonly Unwitnessed[];
  readonly revisions: Revisions;
  /** What was said, quoted, in one sentence. */
  readonly sentenceOf: (one: Unwitnessed) => string;
  /** Who on this laptop would witness: the voice that speaks now. */
  readonly witness: Voice | null;
  readonly onWitness: (place: Place) => void;
  /** The witness has not heard it: it is not asked again, and that says nothing to anyone. */
  readonly onPutAside: () => void;
}) {
  const { t } = useTranslation();
  const { witness } = props;
  const { isAside, putAside } = usePutAside();
  const asked = props.unwitnessed
    .map((one) => ({ ...one, name: `${one.feed}#${String(one.seq)}` }))
    .filter(
      ({ scribe, says, name }) =>
        witness !== null &&
        scribe !== witness.id &&
        mayWitness(witness.id, says, props.revisions) &&
        !isAside(name + witness.id),
    );
  return (
    <>
      {asked.map(({ name, ...one }) => (
        <Notice
          key={name}
          action={
            <>
              <Button onPress={() => props.onWitness({ feed: one.feed, seq: one.seq })}>
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
          {props.sentenceOf(one)} {t("aloud.heardToo")}
        </Notice>
      ))}
    </>
  );
}
