import { useEffect, useRef, useState } from "react";
import { Dialog, DialogTrigger } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Popover } from "react-aria-components/Popover";
import { useTranslation } from "react-i18next";
import type { Result } from "../../shared/result.ts";
import { refusalKey } from "../i18n/refusal-sentence.ts";
import type { PrivateNotes, Refusal } from "../session/meeting-session.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useWish } from "../ui/use-wish.ts";
import { MarginNote } from "./MarginNote.tsx";
import "./margin.css";

type Notes = PrivateNotes["margin"];

/** The key that opens and closes one's notes, wherever in the meeting. */
const KEY = "F9";

/** Notes to oneself, in a panel that opens beside where words are written. */
export function Margin(props: {
  /** Null while they are read. What is written meanwhile is kept beside them. */
  readonly notes: Notes | null;
  readonly keep: (change: (notes: Notes) => Notes) => Promise<Result<null, Refusal>>;
  /** Puts words where they can be said from. */
  readonly onSay: (words: string) => Result<null, Refusal>;
}) {
  const { t } = useTranslation();
  const { notes } = props;
  const [isOpen, setOpen] = useState(false);
  const [writing, setWriting] = useState("");
  const [removed, setRemoved] = useState<{ readonly note: Notes[number]; readonly at: number } | null>(null);
  const wish = useWish<Refusal>();
  const latest = useRef(notes);
  useEffect(() => {
    latest.current = notes;
  }, [notes]);
  const panel = useRef<HTMLDivElement>(null);
  const writingPlace = useRef<HTMLDivElement>(null);

  // Each change is kept, also while another one still is: they go one after the other.
  const keep = (change: (notes: Notes) => Notes) => wish.run(() => props.keep(change), change);
  const keepWriting = () => {
    if (writing.trim() === "") return;
    const words = writing.trim();
    const note = { id: crypto.randomUUID(), words, atMs: Date.now() };
    void keep((before) => [...before, note]).then((kept) => {
      // It stands among the notes where it could not be kept; where they could not even be read, it is still to be written.
      if (kept === null && latest.current === null) setWriting((now) => `${words} ${now}`.trim());
    });
    setWriting("");
  };
  const show = (open: boolean) => {
    // What was typed is not lost because the panel was closed over it.
    if (!open) {
      keepWriting();
      setRemoved(null);
    }
    setOpen(open);
  };
  const toggle = useRef<() => void>(undefined);
  useEffect(() => {
    toggle.current = () => show(!isOpen);
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== KEY || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      toggle.current?.();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={show}>
      <Button weight="quiet">{t("margin.open")}</Button>
      <Popover className="popover margin" placement="top start" isNonModal>
        <Dialog className="popover__dialog">
          <Heading slot="title" level={2}>
            {t("margin.title")}
          </Heading>
          <p className="soft">{t("margin.lead")}</p>
          {notes === null ? <p>{t("margin.reading")}</p> : null}
          {notes?.length === 0 && removed === null ? <p>{t("margin.empty")}</p> : null}
          <ul className="margin__notes" aria-label={t("margin.list")}>
            {notes?.map((note, at) => (
              <MarginNote
                key={note.id}
                words={note.words}
                onSay={() => {
                  void wish
                    .run(() => Promise.resolve(props.onSay(note.words)))
                    .then((said) => said !== null && show(false));
                }}
                onChange={(words) =>
                  void keep((before) => before.map((one) => (one.id === note.id ? { ...one, words } : one)))
                }
                onRemove={() => {
                  setRemoved({ note, at });
                  void keep((before) => before.filter((one) => one.id !== note.id));
                  panel.current?.focus();
                }}
              />
            ))}
          </ul>
          <div ref={panel} tabIndex={-1}>
            <Notice
              action={
                <Button
                  onPress={() => {
                    if (removed !== null) void keep((before) => before.toSpliced(removed.at, 0, removed.note));
                    setRemoved(null);
                    panel.current?.focus();
                  }}
                >
                  {t("margin.bringBack")}
                </Button>
              }
            >
              {removed === null ? null : t("margin.removed")}
            </Notice>
          </div>
          <div ref={writingPlace} className="margin__write">
            <Field label={t("margin.write")} value={writing} onChange={setWriting} long autoFocus />
            <Button
              onPress={() => {
                keepWriting();
                writingPlace.current?.querySelector("textarea")?.focus();
              }}
            >
              {t("margin.keep")}
            </Button>
          </div>
          <Notice role="alert">{wish.refused === null ? null : t(refusalKey(wish.refused))}</Notice>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
