import type { Profile } from "../../shared/meeting/shapes.ts";
import { initialsOf } from "./initials.ts";
import { voiceStyle } from "./voice-colour.ts";

/**
 * A voice in one glance: initials, colour and a pattern. Filled when the voice is here, outlined when it is away.
 * It stands beside words that say the same, so it is hidden from screen readers.
 */
export function Avatar(props: {
  readonly profile: Pick<Profile, "colour" | "name">;
  readonly away?: boolean;
  readonly size?: "large" | "medium" | "small";
}) {
  const classes = ["avatar", `avatar--${props.size ?? "medium"}`, ...(props.away === true ? ["avatar--away"] : [])];
  return (
    <span
      aria-hidden="true"
      className={classes.join(" ")}
      data-pattern={props.profile.colour}
      style={voiceStyle(props.profile.colour)}
    >
      {initialsOf(props.profile.name)}
    </span>
  );
}
