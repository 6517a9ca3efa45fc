import { useCallback, useSyncExternalStore } from "react";
import type { ComposerProps } from "../../renderer/editor/Composer.tsx";
import type { SummaryProps } from "../../renderer/editor/SummaryEditor.tsx";
import { Said } from "../../renderer/ui/Said.tsx";

/** Plain stand-ins for the two editors: enough to see and measure the screens around them. */
export function Composer({ draft, label, placeholder, disabled, onSubmit }: ComposerProps) {
  const letters = draft.doc.getText("words");
  const subscribe = useCallback(
    (listener: () => void) => {
      letters.observe(listener);
      return () => letters.unobserve(listener);
    },
    [letters],
  );
  const written = useSyncExternalStore(subscribe, () => letters.toJSON());
  return (
    <textarea
      className="gallery-composer"
      aria-label={label}
      placeholder={placeholder}
      disabled={disabled}
      dir="auto"
      rows={1}
      value={written}
      onChange={(event) => {
        draft.doc.transact(() => {
          letters.delete(0, letters.length);
          letters.insert(0, event.target.value);
        });
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onSubmit();
      }}
    />
  );
}

export function Summary({ session, label, readOnly }: SummaryProps) {
  const subscribe = useCallback((listener: () => void) => session.subscribeToText("summary", listener), [session]);
  const paragraphs = useSyncExternalStore(subscribe, () => session.summaryText());
  return (
    <div
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-readonly={readOnly}
      contentEditable={!readOnly}
      suppressContentEditableWarning
    >
      <Said paragraphs={paragraphs} writers={session.view().state.voices} />
    </div>
  );
}
