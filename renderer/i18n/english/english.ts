import { agreed, consent, paper, propose, text } from "./agreeing.ts";
import { arrive, home, join, knocks, start, voice } from "./arriving.ts";
import { editing } from "./editing.ts";
import { app, keys, mishap, refusal, settings } from "./everywhere.ts";
import { decide, invitation, meeting, paused, record, speaking, standing, summary } from "./meeting.ts";

/** Every sentence of the interface in plain English. The keys of this object are the keys of every other language. */
export const english = {
  agreed,
  app,
  arrive,
  consent,
  decide,
  editing,
  home,
  invitation,
  join,
  keys,
  knocks,
  meeting,
  mishap,
  paper,
  paused,
  propose,
  record,
  refusal,
  settings,
  speaking,
  standing,
  start,
  summary,
  text,
  voice,
} as const;
