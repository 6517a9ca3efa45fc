import { consent, paper, propose, text } from "./agreeing.ts";
import { card } from "./arranging.ts";
import { arrive, home, join, knocks, start, voice } from "./arriving.ts";
import { check } from "./checking.ts";
import { decide, wishes } from "./deciding.ts";
import { editing } from "./editing.ts";
import { absent, calling, forOthers, leaving, readers } from "./taking-part.ts";
import { app, keys, mishap, refusal, settings } from "./everywhere.ts";
import { hints } from "./hints.ts";
import { interpret, offTheRecord, reflect } from "./in-the-room.ts";
import { invitation, nearby } from "./inviting.ts";
import { keeping, unlock } from "./keeping.ts";
import { aloud, meeting, ownWords, paused, record, removal, speaking, standing, summary } from "./meeting.ts";
import { ownPages } from "./own-pages.ts";
import { comparing, pictures } from "./pictures.ts";
import { prompts } from "./prompts.ts";
import { readAloud } from "./reading-aloud.ts";
import { handover, margin, pin } from "./sharing.ts";
import { agreed } from "./taking-home.ts";
import { voices, wall } from "./voices.ts";

/** Every sentence of the interface in plain English. The keys of this object are the keys of every other language. */
export const english = {
  absent,
  agreed,
  aloud,
  app,
  arrive,
  calling,
  card,
  check,
  comparing,
  consent,
  decide,
  editing,
  forOthers,
  handover,
  hints,
  home,
  interpret,
  invitation,
  join,
  keeping,
  keys,
  knocks,
  leaving,
  margin,
  meeting,
  mishap,
  nearby,
  ownPages,
  offTheRecord,
  ownWords,
  paper,
  paused,
  pictures,
  pin,
  prompts,
  propose,
  readAloud,
  readers,
  record,
  reflect,
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
