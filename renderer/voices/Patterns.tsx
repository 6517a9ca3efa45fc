import type { ReactNode } from "react";
import { COLOURS, type Colour } from "../../shared/meeting/shapes.ts";

/** One drawing for each colour, as on the avatars: no two voices are told apart by colour alone. */
const DRAWN: Readonly<Record<Colour, ReactNode>> = {
  rust: null,
  plum: <path d="M0 6 6 0" />,
  blue: <circle cx="3" cy="3" r="0.6" />,
  olive: <path d="M0 3h6" />,
  teal: <path d="M0 0l6 6" />,
  ochre: <path d="M3 0v6" />,
  rose: <path d="M0 1.5h3M3 4.5h3" strokeWidth="3" />,
  slate: <circle cx="3" cy="3" r="2" />,
};

/** The grounds that marks are filled with. One of these stands on a page, before the marks. */
export function Patterns() {
  return (
    <svg className="voices__patterns" aria-hidden="true" width="0" height="0">
      <defs>
        {COLOURS.map((colour) => (
          <pattern key={colour} id={patternOf(colour)} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect width="6" height="6" fill={`var(--voice-${colour})`} />
            <g fill="none" stroke="var(--pattern)" strokeWidth="1.4">
              {DRAWN[colour]}
            </g>
          </pattern>
        ))}
      </defs>
    </svg>
  );
}

/** The name of a colour's ground on the page. */
export function patternOf(colour: Colour): string {
  return `voices-ground-${colour}`;
}
