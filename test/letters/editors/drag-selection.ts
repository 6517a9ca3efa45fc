import { DRAGSTART_COMMAND, DROP_COMMAND } from "lexical";
import { lineText } from "../../../shared/text/lines.ts";
import type { Chance } from "../../attack/chance.ts";
import type { Person } from "./person.ts";
import { somePlace } from "./some-place.ts";

/**
 * Drags what is selected to another place of the box, if it is somebody's own and that place is on the screen: another's words would come as
 * a copy, and a meeting by chance tells letters apart by their looks. Returns the words, or "" if none were dragged.
 */
export async function dragSelection(person: Person, chance: Chance): Promise<string> {
  const { editor, client } = person;
  const { shown } = person.binding;
  const selection = person.selection();
  if (selection === null || shown.lettersOf(selection).some((letter) => letter.client !== client)) return "";
  const to = somePlace(chance, person.read().map(lineText));
  const box = person.boxAt(to);
  if (box === null) return "";
  const dataTransfer = new DataTransfer();
  editor.dispatchCommand(DRAGSTART_COMMAND, new DragEvent("dragstart", { dataTransfer }));
  const [clientX, clientY] = [box.left, box.top + box.height / 2];
  editor.dispatchCommand(DROP_COMMAND, new DragEvent("drop", { dataTransfer, clientX, clientY, cancelable: true }));
  await Promise.resolve();
  await Promise.resolve();
  return dataTransfer.getData("text/plain");
}
