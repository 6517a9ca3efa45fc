import { useTranslation } from "react-i18next";
import { copyFor } from "../../shared/consent/copy.ts";
import { namesStillTold } from "../../shared/consent/names-told.ts";
import { PARTS_OF_COPY, type PartOfCopy, type Revision } from "../../shared/consent/statements.ts";
import type { ReaderId } from "../../shared/feed/ids.ts";
import type { Reader } from "../../shared/meeting/in-the-room.ts";
import { Tick } from "../ui/Tick.tsx";
import { NamesTold } from "./NamesTold.tsx";

/** Who outside the room is to be given a copy, and which parts of the text. Whoever is not in it gets none. */
export type Given = ReadonlyMap<ReaderId, readonly PartOfCopy[]>;

/** Who is given a copy: always everyone in the room; and of those outside it, whom the person at the centre lets have one. */
export function ProposeReaders(props: {
  readonly readers: readonly Reader[];
  /** What the person at the centre is called; empty where nobody has said. */
  readonly person: string;
  /** Whether that is who chooses here. */
  readonly isPerson: boolean;
  readonly given: Given;
  readonly onGive: (given: Given) => void;
  /** The text as it would be frozen now, or null. */
  readonly frozen: Revision | null;
  readonly readersHref: string;
}) {
  const { t } = useTranslation();
  const { readers, given, frozen, onGive } = props;
  const person = props.person === "" ? t("readers.thePerson") : props.person;
  const give = (id: ReaderId, parts: readonly PartOfCopy[] | null): void => {
    const next = new Map(given);
    if (parts === null) next.delete(id);
    else next.set(id, parts);
    onGive(next);
  };
  return (
    <section aria-labelledby="propose-readers" className="propose__readers">
      <h2 id="propose-readers">{t("text.copies")}</h2>
      <p>{t("propose.theRoom")}</p>
      {readers.map((reader) => {
        const { id, name } = reader;
        if (!reader.permitted) {
          return (
            <p key={id} className="soft">
              {t(props.isPerson ? "readers.needsYours" : "readers.needsYes", { reader: name, person })}
            </p>
          );
        }
        const parts = given.get(id);
        const isFrozen = parts !== undefined && frozen?.readers.some((one) => one.id === id) === true;
        return (
          <div key={id} className="propose__reader">
            <Tick isSelected={parts !== undefined} onChange={(isIn) => give(id, isIn ? PARTS_OF_COPY : null)}>
              <bdi>{t("propose.copyFor", { reader: name })}</bdi>
            </Tick>
            {parts === undefined ? null : (
              <Parts reader={name} parts={parts} onChange={(changed) => give(id, changed)} />
            )}
            {isFrozen ? (
              <NamesTold reader={name} told={namesStillTold(copyFor(frozen, id), frozen)} voices={frozen.voices} />
            ) : null}
          </div>
        );
      })}
      <p>
        <a href={props.readersHref}>{t("readers.open")}</a>
      </p>
    </section>
  );
}

function Parts(props: {
  readonly reader: string;
  readonly parts: readonly PartOfCopy[];
  readonly onChange: (parts: readonly PartOfCopy[]) => void;
}) {
  const { t } = useTranslation();
  const { reader, parts, onChange } = props;
  return (
    <fieldset className="propose__parts">
      <legend className="soft">{t("propose.partsFor", { reader })}</legend>
      {PARTS_OF_COPY.map((part) => (
        <Tick
          key={part}
          isSelected={parts.includes(part)}
          onChange={(isIn) => onChange(PARTS_OF_COPY.filter((one) => (one === part ? isIn : parts.includes(one))))}
        >
          {t(`text.partsOfCopy.${part}`)}
        </Tick>
      ))}
    </fieldset>
  );
}
