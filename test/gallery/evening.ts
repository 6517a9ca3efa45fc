import type { MeetingId, UtteranceId } from "../../shared/feed/ids.ts";
import type { Paragraph } from "../../shared/meeting/document.ts";
import type { Phase } from "../../shared/meeting/shapes.ts";
import { FakeMeeting } from "./fake-meeting.ts";
import { ellen, everyone, jo, karim, layla, okafor, samira, tomas, type Person } from "./people.ts";

// A branded id has no other constructor than a cast.
export const SAMIRAS_MEETING = "samiras-meeting" as MeetingId;

/** Samira's meeting on the laptop of `local`, before anything is said; Karim is away, where it is not his laptop. */
export function begun(...local: readonly Person[]): FakeMeeting {
  return new FakeMeeting({
    meeting: SAMIRAS_MEETING,
    name: "Samira’s meeting",
    admitted: everyone,
    local,
    here: everyone.filter((one) => one !== karim || local.includes(karim)),
    hosting: ellen,
  });
}

/** What was said, remembered and decided by the middle of the evening. */
export async function talk(fake: FakeMeeting): Promise<void> {
  const said = (one: Person, words: string, wish: { answers?: UtteranceId; phase?: Phase } = {}) => {
    const id = fake.begin(one, { ...wish, said: true });
    fake.write(id, [paragraph([one, words])]);
    return id;
  };
  said(ellen, "What would you like to use this time for?");
  said(samira, "I want to sleep, and I don’t want to be talked about in the kitchen.");
  said(layla, "بنتي تعبانة.");
  said(samira, "It started when the flat was broken into. I’m not ill, I’m frightened.");
  said(layla, "In my family we call this an illness. With my sister we waited too long.");
  said(okafor, "I notice I want to act quickly, and wonder if that’s my worry more than Samira’s night.", {
    phase: "reflection",
  });
  const door = said(tomas, "When Jo spoke of the door I remembered mine. What if someone checked it with her?", {
    phase: "reflection",
  });
  const hurry = said(ellen, "I heard love in both stories, and hurry in one.", { phase: "reflection" });
  said(samira, "‘Check it with me’ – write that. First thing that sounded like help.", { answers: door });
  said(layla, "‘Hurry’ – yes. I am afraid at night.", { answers: hurry });
  fake.write(fake.begin(jo), [paragraph([jo, "Text me when you go and when"])]);
  fake.write("summary", summary);

  fake.change({ speakingAs: ellen.id });
  await fake.wordDecision(
    "Five nights at home. Someone from the team comes at 20:00. Jo and Samira check the door together, once.",
    false,
  );
  await fake.wordDecision("What to call this: we don’t know, and don’t need to by Thursday.", true);
  const [first] = fake.view().state.decisions.keys();
  if (first !== undefined) {
    fake.stand(layla.id, first, "with-reservation", "If I may ring at night and someone answers.");
    fake.stand(samira.id, first, "agree", "");
  }
  await fake.setNextMeeting({
    when: "",
    where: "",
    who: "",
    text: "Thursday at five, here. Who might come: not decided.",
  });
  fake.change({ speakingAs: fake.view().localVoices[0] ?? null });
}

/** A paragraph of words, each run of it with the one whose words it is. */
export function paragraph(...runs: readonly (readonly [Person, string])[]): Paragraph {
  return { style: "paragraph", runs: runs.map(([one, text]) => ({ voice: one.id, text })) };
}

/** What they want to remember, as it stands then. */
export const summary: readonly Paragraph[] = [
  { style: "heading", runs: [{ voice: ellen.id, text: "How we see it" }] },
  paragraph(
    [samira, "Samira is frightened since the break-in and wants to sleep. "],
    [layla, "Her mother is afraid of waiting too long. "],
    [tomas, "Both of these stand."],
  ),
];
