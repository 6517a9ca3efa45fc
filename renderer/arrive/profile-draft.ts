import { COLOURS, type Colour, type Part, type Profile } from "../../shared/meeting/shapes.ts";

/** What someone has filled in about themselves so far. Anything may be empty. */
export interface ProfileDraft {
  readonly name: string;
  readonly kind: Part;
  readonly relation: string;
  readonly colour: Colour;
  readonly spoken: string;
  readonly language: string | null;
}

/** A beginning: nothing filled in, and the first colour that nobody has yet. */
export function blankProfile(taken: ReadonlySet<Colour>): ProfileDraft {
  const colour = COLOURS.find((one) => !taken.has(one)) ?? COLOURS[0];
  return { name: "", kind: "network", relation: "", colour, spoken: "", language: null };
}

/** What someone is called now, to be changed. */
export function draftOfProfile(profile: Profile): ProfileDraft {
  return { ...profile, spoken: profile.spoken ?? "", language: profile.language ?? null };
}

/** A whole profile out of whatever was filled in; `nameless` stands where no name was given. */
export function profileOf(draft: ProfileDraft, nameless: string): Profile {
  const { kind, colour, language } = draft;
  const [name, spoken] = [draft.name.trim().slice(0, 80), draft.spoken.trim().slice(0, 80)];
  return {
    name: name === "" ? nameless : name,
    kind,
    relation: draft.relation.trim().slice(0, 120),
    colour,
    ...(spoken !== "" && { spoken }),
    ...(language !== null && { language }),
  };
}
