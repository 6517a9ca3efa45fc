import { useState, type ReactNode } from "react";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { ProposedRevision } from "../../shared/consent/state.ts";
import type { Revision } from "../../shared/consent/statements.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import { Cover, WhoReads } from "./HandOver.tsx";
import { ReadAndAnswer, type Answers } from "./ReadAndAnswer.tsx";
import type { SpokenAnswer } from "./written-down.ts";

type Stage =
  | { readonly at: "choosing" }
  | { readonly at: "cover"; readonly voice: VoiceId }
  | { readonly at: "reading"; readonly voice: VoiceId | null };

/**
 * One voice at a time, alone with the text. Where several share the laptop it asks who is reading and hands over behind
 * a cover, so that nobody sees what the one before has answered.
 */
export function Reading(props: {
  readonly proposed: ProposedRevision;
  readonly final: boolean;
  /** The voices of this laptop that this text asks. */
  readonly readers: readonly Voice[];
  /** The text a voice answered last before this one, or null. */
  readonly answeredBefore: (voice: VoiceId) => Revision | null;
  /** Answers that were written down for voices and wait for a witness. */
  readonly writtenDown: ReadonlyMap<VoiceId, SpokenAnswer>;
  readonly answers: Answers;
  readonly afterAgreed: (reader: Voice) => ReactNode;
  readonly onDone: () => void;
  readonly backHref: string;
}) {
  const { readers, proposed } = props;
  const [only] = readers;
  const [stage, setStage] = useState<Stage>(
    readers.length > 1 ? { at: "choosing" } : { at: "reading", voice: only?.id ?? null },
  );
  const shared = readers.length > 1;
  const reader = stage.at === "choosing" ? undefined : readers.find((voice) => voice.id === stage.voice);

  if (stage.at === "choosing") {
    return (
      <WhoReads
        readers={readers}
        onReader={(voice) => {
          // Someone without a device is read to by whoever has the laptop: there is nobody to hand it to.
          const aloud = readers.some(({ id, seated }) => id === voice && seated);
          setStage({ at: aloud ? "reading" : "cover", voice });
        }}
        backHref={props.backHref}
      />
    );
  }
  if (stage.at === "cover" && reader !== undefined) {
    return (
      <Cover
        reader={reader}
        onThere={() => setStage({ at: "reading", voice: reader.id })}
        onSomeoneElse={() => setStage({ at: "choosing" })}
      />
    );
  }
  return (
    <ReadAndAnswer
      key={reader?.id ?? "nobody"}
      proposed={proposed}
      final={props.final}
      reader={reader ?? null}
      before={reader === undefined ? null : props.answeredBefore(reader.id)}
      writtenDown={reader === undefined ? null : (props.writtenDown.get(reader.id) ?? null)}
      answers={props.answers}
      afterAgreed={props.afterAgreed}
      onDone={() => (shared ? setStage({ at: "choosing" }) : props.onDone())}
      backHref={props.backHref}
    />
  );
}
