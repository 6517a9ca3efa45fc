import { base64urlnopad } from "@scure/base";
import { openSealedTo } from "../../shared/crypto/sealed-to.ts";
import type { MeetingId, PageId, VoiceId } from "../../shared/feed/ids.ts";
import type { SharedPage } from "../../shared/meeting/in-the-room.ts";
import { mayReadPage, purposeOfPage } from "../../shared/meeting/own-pages.ts";
import type { MeetingState } from "../../shared/meeting/state.ts";
import type { LocalVoice } from "./local-voice.ts";
import type { PageShown } from "./own-pages-wishes.ts";

/**
 * The shared pages that one voice may read: those for everyone, and those that were sealed to it. Opened while that voice has
 * the laptop in its hands, and gone from memory with the next.
 */
export class PagesDesk {
  readonly #meeting: MeetingId;
  readonly #onChange: () => void;
  #reader: VoiceId | null = null;
  #pages: MeetingState["pages"] | null = null;
  #shown: readonly PageShown[] = [];
  /** What was sealed to the reader, opened; null for what does not open. */
  readonly #opened = new Map<PageId, string | null>();

  constructor(meeting: MeetingId, onChange: () => void) {
    this.#meeting = meeting;
    this.#onChange = onChange;
  }

  get shown(): readonly PageShown[] {
    return this.#shown;
  }

  /** Shows what this voice may read of these pages, or nothing to nobody. */
  attend(pages: MeetingState["pages"], reader: Pick<LocalVoice, "id" | "receiving"> | null): void {
    if (this.#reader !== (reader?.id ?? null)) {
      this.#reader = reader?.id ?? null;
      this.#pages = null;
      this.#shown = [];
      this.#opened.clear();
    }
    if (reader === null || this.#pages === pages) return;
    this.#pages = pages;
    for (const id of this.#opened.keys()) if (!pages.has(id)) this.#opened.delete(id);
    this.#paint(pages);
    void this.#open(pages, reader);
  }

  async #open(pages: MeetingState["pages"], reader: Pick<LocalVoice, "id" | "receiving">): Promise<void> {
    let isMore = false;
    for (const page of pages.values()) {
      const sealed = page.to.get(reader.id);
      if (page.text !== null || sealed === undefined || this.#opened.has(page.id)) continue;
      const bytes = new Uint8Array(base64urlnopad.decode(sealed));
      const opened = await openSealedTo(reader.receiving, purposeOfPage(this.#meeting, page.id), bytes);
      if (this.#pages !== pages) return;
      this.#opened.set(page.id, opened.ok ? new TextDecoder().decode(opened.value) : null);
      isMore = true;
    }
    if (!isMore) return;
    this.#paint(pages);
    this.#onChange();
  }

  #paint(pages: MeetingState["pages"]): void {
    const reader = this.#reader;
    this.#shown = [...pages.values()].flatMap((page): PageShown[] => {
      if (reader === null || !mayReadPage(page, reader)) return [];
      const words = page.text ?? this.#opened.get(page.id) ?? null;
      return words === null ? [] : [{ id: page.id, of: page.of, by: page.by, words, to: sharedWith(page) }];
    });
  }
}

function sharedWith({ text, to, by }: SharedPage): PageShown["to"] {
  return text === null ? new Set([...to.keys()].filter((voice) => voice !== by)) : "everyone";
}
