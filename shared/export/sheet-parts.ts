import type { Sheet, Stretch } from "./sheet.ts";
import type { SheetDecision, SheetWish } from "./sheet-decided.ts";
import type { ExportStrings } from "./strings.ts";

/** What each part of a record is told as, in one form of it. */
export interface PartsTold<Block> {
  readonly voices: () => readonly Block[];
  readonly summary: () => readonly Block[];
  readonly wish: (wish: SheetWish) => readonly Block[];
  readonly decision: (decision: SheetDecision) => readonly Block[];
  readonly tasks: () => readonly Block[];
  readonly nextMeeting: () => readonly Block[];
  readonly stretch: (stretch: Stretch) => readonly Block[];
  readonly consents: () => readonly Block[];
  /** A part with its heading; one with nothing in it says so. */
  readonly partOf: (heading: string, content: readonly Block[]) => readonly Block[];
}

/**
 * The parts of a record in their one order: what is not meant for this reader, or is not there, leaves no heading behind.
 * Only the summary, which every text is asked for, says where nothing was written, as it does on the screen.
 */
export function partsInOrder<Block>(sheet: Sheet, strings: ExportStrings, told: PartsTold<Block>): readonly Block[] {
  const partIf = (there: boolean, heading: string, content: () => readonly Block[]) =>
    there ? told.partOf(heading, content()) : [];
  return [
    ...told.partOf(strings.voicesHeading, told.voices()),
    ...partIf(sheet.parts.has("summary"), strings.summaryHeading, told.summary),
    ...partIf(sheet.wishes.length > 0, strings.wishesHeading, () => sheet.wishes.flatMap(told.wish)),
    ...partIf(sheet.decisions.length > 0, strings.decisionsHeading, () => sheet.decisions.flatMap(told.decision)),
    ...partIf(sheet.leftOpen.length > 0, strings.leftOpenHeading, () => sheet.leftOpen.flatMap(told.decision)),
    ...partIf(sheet.tasks.length > 0, strings.tasksHeading, told.tasks),
    ...partIf(sheet.nextMeeting.trim() !== "", strings.nextMeetingHeading, told.nextMeeting),
    ...partIf(sheet.stretches.length > 0, strings.wordsHeading, () => sheet.stretches.flatMap(told.stretch)),
    ...partIf(sheet.agreed, strings.consentsHeading, told.consents),
  ];
}
