import { useEffect, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Heading } from "react-aria-components/Heading";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";

const LINES = ["says", "moves", "reads", "marks", "turns", "walls", "notes", "closes", "opens"] as const;
const ASKED = "polyphony:show-keys";

/** Opens the page of keys from a menu. */
export function showKeys(): void {
  window.dispatchEvent(new Event(ASKED));
}

/** The page of keys, opened with `?`, and the one key that works everywhere: F6 goes on to the next part of the screen. */
export function KeyMap() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const show = () => setOpen(true);
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "?" && !isWriting(event.target)) setOpen(true);
      if (event.key === "F6" && goToNextArea(event.shiftKey ? -1 : 1)) event.preventDefault();
    };
    window.addEventListener(ASKED, show);
    window.addEventListener("keydown", onKey);
    return () => {
      window.removeEventListener(ASKED, show);
      window.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <ModalOverlay className="overlay" isOpen={open} onOpenChange={setOpen} isDismissable>
      <Modal className="modal">
        <Dialog className="popover__dialog">
          <Heading slot="title" level={2}>
            {t("keys.title")}
          </Heading>
          <dl className="key-map">
            {LINES.map((line) => (
              <div key={line} className="key-map__line">
                <dt>
                  <kbd>{t(`keys.names.${line}`)}</kbd>
                </dt>
                <dd>{t(`keys.${line}`)}</dd>
              </div>
            ))}
          </dl>
          <div>
            <Button slot="close">{t("app.close")}</Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea"));
}

/** Where someone wants to be who comes to an area: in the words, at the place they were reading, at the first control. */
const FIRST_STOPS = ["[contenteditable='true'], textarea", "article[tabindex='0']", "button, a[href]"] as const;

/** Moves the focus to the next area of the meeting screen; false where there are none. */
function goToNextArea(step: -1 | 1): boolean {
  const areas = [...document.querySelectorAll<HTMLElement>("[data-area]")];
  if (areas.length === 0) return false;
  const at = areas.findIndex((area) => area.contains(document.activeElement));
  const next = areas[(Math.max(at, step === 1 ? -1 : 0) + step + areas.length) % areas.length];
  return FIRST_STOPS.some((stop) => {
    const found = next?.querySelector<HTMLElement>(stop);
    found?.focus();
    return found instanceof HTMLElement && document.activeElement === found;
  });
}
