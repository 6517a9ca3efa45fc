import { agreed, consent, paper, propose, text } from "./agreeing.ts";
import { arrive, home, join, knocks, start, voice } from "./arriving.ts";
import { decide, wishes } from "./deciding.ts";
import { editing } from "./editing.ts";
import { app, keys, mishap, refusal, settings } from "./everywhere.ts";
import { hints } from "./hints.ts";
import { keeping, unlock } from "./keeping.ts";
import {
  aloud,
  invitation,
  meeting,
  ownWords,
  paused,
  record,
  removal,
  speaking,
  standing,
  summary,
} from "./meeting.ts";
import { ownPages } from "./own-pages.ts";
import { prompts } from "./prompts.ts";
import { handover, margin, pin } from "./sharing.ts";
import { voices, wall } from "./voices.ts";

/** Every sentence of the interface in plain English. The keys of this object are the keys of every other language. */
export const english = {
  agreed,
  aloud,
  app,
  arrive,
  consent,
  decide,
  decide,
  editing,
  handover,
  hints,
  home,
  invitation,
  join,
  keeping,
  keys,
  knocks,
  margin,
  meeting,
  mishap,
  ownPages,
  ownWords,
  paper,
  paused,
  pin,
  prompts,
  propose,
  record,
  refusal,
  removal,
  settings,
  speaking,
  standing,
  start,
  summary,
  text,
  unlock,
  voice,
  voices,
  wall,
  wishes,
} as const;
