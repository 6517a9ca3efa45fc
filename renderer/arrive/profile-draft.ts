import { COLOURS, type Colour, type Profile, type VoiceKind } from "../../shared/meeting/shapes.ts";

/** What someone has filled in about themselves so far. Anything may be empty. */
export interface ProfileDraft {
  readonly name: string;
  readonly kind: VoiceKind;
  readonly relation: string;
  readonly colour: Colour;
}

/** A beginning: nothing filled in, and the first colour that nobody has yet. */
export function blankProfile(taken: ReadonlySet<Colour>): ProfileDraft {
  const colour = COLOURS.find((one) => !taken.has(one)) ?? COLOURS[0];
  return { name: "", kind: "network", relation: "", colour };
}

/** A whole profile out of whatever was filled in; `nameless` stands where no name was given. */
export function profileOf(draft: ProfileDraft, nameless: string): Profile {
  const name = draft.name.trim();
  return { ...draft, name: name === "" ? nameless : name.slice(0, 80), relation: draft.relation.trim().slice(0, 120) };
}
