import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PageId, VoiceId } from "../../shared/feed/ids.ts";
import type { PageKind } from "../../shared/meeting/room-statements.ts";
import type { Voice } from "../../shared/meeting/state.ts";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { PrivateNotes, Refusal } from "../session/meeting-session.ts";
import type { PageShown } from "../session/own-pages-wishes.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { InPlace } from "../ui/InPlace.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Tick } from "../ui/Tick.tsx";
import { useWish } from "../ui/use-wish.ts";
import { SharePage } from "./SharePage.tsx";

type Written = PrivateNotes["pages"][number];

/** After this long without a key, what was written is kept. */
const KEEP_AFTER_MS = 400;

/** One page of the person's own: kept as it is written, and shared only by a press of its own. */
export function OnePage(props: {
  readonly kind: PageKind;
  readonly written: Written | null;
  readonly shared: PageShown | null;
  readonly receivers: readonly Voice[];
  readonly voices: ReadonlyMap<VoiceId, Voice>;
  readonly write: (change: Partial<Written>) => Promise<Result<null, Refusal> | null>;
  readonly share: (words: string, to: "everyone" | readonly VoiceId[]) => Promise<Result<unknown, Refusal>>;
  readonly takeBack: (page: PageId) => Promise<Result<null, Refusal>>;
}) {
  const { t } = useTranslation();
  const { kind, written, shared, write } = props;
  const kept = written?.words ?? "";
  const [words, setWords] = useState(kept);
  const [lastKept, setLastKept] = useState(kept);
  const wish = useWish<Refusal>();
  const page = t(`ownPages.kinds.${kind}`);

  // What comes from elsewhere (pages brought along) shows; what is being written here stays.
  if (kept !== lastKept) {
    setLastKept(kept);
    if (words === lastKept) setWords(kept);
  }
  const [refused, setRefused] = useState<Refusal | null>(null);
  const keep = useRef<() => void>(() => undefined);
  useEffect(() => {
    keep.current = () => {
      if (words === kept) return;
      void write({ words }).then((result) => {
        setRefused(result !== null && !result.ok ? result.reason : null);
      });
    };
    const timer = setTimeout(() => keep.current(), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words, kept, write]);
  // Leaving the page in the middle of a word loses nothing.
  useEffect(() => () => keep.current(), []);

  return (
    <section className="own-page" aria-label={page}>
      <Field
        label={page}
        hint={t(`ownPages.hints.${kind}`)}
        value={words}
        onChange={setWords}
        maxLength={16_000}
        long
      />
      <p className="soft">{standing()}</p>
      <div className="page__actions">
        {words.trim() === "" ? null : (
          <InPlace label={t(shared === null ? "ownPages.share" : "ownPages.shareAnew")}>
            {(done) => (
              <SharePage
                title={t("ownPages.shareTitle", { page })}
                receivers={props.receivers}
                share={(to) => props.share(words, to)}
                onDone={done}
              />
            )}
          </InPlace>
        )}
        {shared === null ? null : (
          <Button weight="quiet" onPress={() => void wish.run(() => props.takeBack(shared.id))}>
            {t("ownPages.takeBack")}
          </Button>
        )}
      </div>
      <Tick
        isSelected={written?.keep ?? false}
        onChange={(isKept) => void write({ keep: isKept })}
        hint={t("ownPages.keepMeans")}
      >
        {t("ownPages.keep")}
      </Tick>
      <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
      <Notice role="alert">{refused === null ? null : t(refusalKey(refused))}</Notice>
    </section>
  );

  function standing(): string {
    if (shared === null) return t("ownPages.private");
    const changed = shared.words === words.trim() ? "" : ` ${t("ownPages.changedSince")}`;
    if (shared.to === "everyone") return t("ownPages.sharedWithAll") + changed;
    const names = [...shared.to].map((id) => props.voices.get(id)?.profile.name ?? t("record.unknownVoice"));
    return (
      t("ownPages.sharedWith", { names: new Intl.ListFormat(document.documentElement.lang).format(names) }) + changed
    );
  }
}
