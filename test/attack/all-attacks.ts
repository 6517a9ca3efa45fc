import type { Attack } from "./attack.ts";
import { speakingAsAnother } from "./attribution/another-voice.ts";
import { claimingWhatIsAnothers } from "./attribution/anothers-names.ts";
import { comingUninvited } from "./authority/uninvited.ts";
import { claimingAnotherTime } from "./clock/wrong-clocks.ts";
import { answeringForAnother } from "./consent/anothers-answer.ts";
import { bendingCopies } from "./consent/bent-readers.ts";
import { proposingDishonestTexts } from "./consent/dishonest-texts.ts";
import { forgingRecords } from "./consent/forged-records.ts";
import { undoingTexts } from "./consent/undone-texts.ts";
import { changingTheDisk } from "./disk/tampered.ts";
import { bendingTheDoorsSignaling } from "./door/bent-signaling.ts";
import { changingDoors } from "./door/changed-doors.ts";
import { comingIn } from "./door/coming-in.ts";
import { floodingTheDoor } from "./door/floods.ts";
import { replacingWhatIsKept } from "./door/kept-meetings.ts";
import { claimingNames } from "./door/other-names.ts";
import { bendingPictures } from "./door/pictures.ts";
import { readingWithTheLink } from "./door/reading.ts";
import { changingOnTheWay } from "./feeds/changed-on-the-way.ts";
import { tellingTwoHistories } from "./feeds/forked.ts";
import { bringingFromElsewhere } from "./feeds/from-elsewhere.ts";
import { tellingHalfTheStory } from "./feeds/truncated.ts";
import { floodingWithEntries } from "./flood/entries.ts";
import { sayingNonsense } from "./fold/nonsense.ts";
import { statingThousands } from "./fold/thousands.ts";
import { knockingAtTheHost } from "./host/at-the-door.ts";
import { openingStrangeLines } from "./host/strange-lines.ts";
import { takingTheNextTurn } from "./laptop/next-hands.ts";
import { invitingElsewhere } from "./parsers/invitations.ts";
import { meddlingWithKeys } from "./keys/meeting-keys.ts";
import { listeningAtTheDoor } from "./parsers/signaling.ts";
import { forgingPresence } from "./presence/forged.ts";
import { showingJunk } from "./presence/junk.ts";
import { speakingOff } from "./presence/off-the-record.ts";
import { meddlingAtTheRelay } from "./relay/at-the-relay.ts";
import { bendingRelayedFrames } from "./relay/bent-frames.ts";
import { goingOnAfterRemoval, removingOthers } from "./removal/uncalled-for.ts";
import { openingManyLines } from "./rendezvous/many-lines.ts";
import { takingAnothersWishes } from "./room/anothers-wishes.ts";
import { sayingAnothersYes } from "./room/anothers-yes.ts";
import { consentingAloudForOthers } from "./spoken/aloud-consents.ts";
import { speakingAloudForOthers } from "./spoken/in-others-names.ts";
import { askingStun } from "./stun/bindings.ts";
import { writingAbsurdMarks } from "./summary/absurd-marks.ts";
import { takingAnothersLetters } from "./summary/anothers-letters.ts";
import { puttingWordsIntoMouths } from "./summary/anothers-mouth.ts";
import { breakingTheSummary } from "./summary/structure.ts";
import { editingAnothersWords } from "./utterances/anothers-words.ts";
import { bendingWords } from "./utterances/bent-words.ts";
import { bringingBackWithdrawnWords } from "./withdrawal/brought-back.ts";
import { sendingNonsense } from "./wire/messages.ts";
import { takingEntriesOffTheWire, takingPlacesOnTheWire } from "./wire/others-entries.ts";

/** Everything that is tried against laptops in this process. What needs a browser is in `browser/`. */
export const attacks: readonly Attack[] = [
  ...speakingAsAnother,
  ...claimingWhatIsAnothers,
  ...changingOnTheWay,
  ...tellingHalfTheStory,
  ...tellingTwoHistories,
  ...bringingFromElsewhere,
  ...editingAnothersWords,
  ...bendingWords,
  ...puttingWordsIntoMouths,
  ...takingAnothersLetters,
  ...writingAbsurdMarks,
  ...breakingTheSummary,
  ...forgingPresence,
  ...showingJunk,
  ...speakingOff,
  ...answeringForAnother,
  ...proposingDishonestTexts,
  ...bendingCopies,
  ...undoingTexts,
  ...forgingRecords,
  ...takingAnothersWishes,
  ...sayingAnothersYes,
  ...takingTheNextTurn,
  ...comingUninvited,
  ...claimingAnotherTime,
  ...removingOthers,
  ...goingOnAfterRemoval,
  ...meddlingWithKeys,
  ...bringingBackWithdrawnWords,
  ...speakingAloudForOthers,
  ...consentingAloudForOthers,
  ...takingEntriesOffTheWire,
  ...takingPlacesOnTheWire,
  ...sendingNonsense,
  ...floodingWithEntries,
  ...sayingNonsense,
  ...statingThousands,
  ...changingTheDisk,
  ...invitingElsewhere,
  ...listeningAtTheDoor,
  ...knockingAtTheHost,
  ...openingStrangeLines,
  ...readingWithTheLink,
  ...bendingPictures,
  ...claimingNames,
  ...comingIn,
  ...replacingWhatIsKept,
  ...changingDoors,
  ...bendingTheDoorsSignaling,
  ...floodingTheDoor,
  ...meddlingAtTheRelay,
  ...bendingRelayedFrames,
  ...askingStun,
  ...openingManyLines,
];
