import { useState } from "react";
import { Form } from "react-aria-components/Form";
import type { VoiceId } from "../../shared/feed/ids.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import type { Refusal } from "../session/meeting-session.ts";
import { Field } from "../ui/Field.tsx";
import { useWish } from "../ui/use-wish.ts";
import { FormEnd } from "./FormEnd.tsx";
import { useSayer } from "./use-sayer.ts";
import { WhoSays } from "./WhoSays.tsx";

interface SayWordsProps {
  readonly sayers: readonly Voice[];
  readonly label: (voice: Voice) => string;
  /** What is to be known about leaving it empty, where something is there already. */
  readonly takesBack: string;
  /** What a voice has said here before; empty if nothing. */
  readonly said: (voice: VoiceId) => string;
  readonly keep: (voice: VoiceId, words: string) => Promise<Result<unknown, Refusal>>;
  readonly onDone: () => void;
}

/** A few words of one voice, in its own name. */
export function SayWords(props: SayWordsProps) {
  const [voice, choose] = useSayer(props.sayers);
  const [written, setWritten] = useState<ReadonlyMap<VoiceId, string>>(new Map());
  const wish = useWish<Refusal>();
  if (voice === null) return null;
  const before = props.said(voice.id);
  const words = written.get(voice.id) ?? before;
  const keep = async () => {
    const kept = words.trim() === before || (await wish.run(() => props.keep(voice.id, words.trim()))) !== null;
    if (kept) props.onDone();
  };
  return (
    <Form
      className="write-down"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <WhoSays sayers={props.sayers} chosen={voice} onChoose={choose} />
      <Field
        label={props.label(voice)}
        {...(before === "" ? {} : { hint: props.takesBack })}
        value={words}
        onChange={(text) => setWritten((all) => new Map(all).set(voice.id, text))}
        maxLength={2000}
        long
        autoFocus
      />
      <FormEnd wish={wish} onDone={props.onDone} />
    </Form>
  );
}
