import { base64urlnopad } from "@scure/base";
import { joinBytes } from "../../shared/crypto/bytes.ts";
import type {
  AbsentId,
  DecisionId,
  PageId,
  ReaderId,
  TaskId,
  UtteranceId,
  WayId,
  WishId,
} from "../../shared/feed/ids.ts";
import { writerMark } from "../../shared/meeting/owned-id.ts";
import type { CastVoice } from "./seven-voices.ts";
import { publicKeyOf } from "./writing.ts";

/** The utterance of this number that a voice writes: the same id in every run. */
export async function utteranceOf(voice: CastVoice, number: number): Promise<UtteranceId> {
  return (await ownedBy(voice, number)) as UtteranceId; // base64url of 16 bytes, the writer's mark first
}

/** The decision of this number that a voice words. */
export async function decisionOf(voice: CastVoice, number: number): Promise<DecisionId> {
  return (await ownedBy(voice, number)) as DecisionId; // base64url of 16 bytes, the writer's mark first
}

/** The one of this number whom a voice notes as missing. */
export async function absentOneOf(voice: CastVoice, number: number): Promise<AbsentId> {
  return (await ownedBy(voice, number)) as AbsentId; // base64url of 16 bytes, the writer's mark first
}

/** The reader of this number whom a voice names. */
export async function readerOf(voice: CastVoice, number: number): Promise<ReaderId> {
  return (await ownedBy(voice, number)) as ReaderId; // base64url of 16 bytes, the writer's mark first
}

/** The page of this number that a voice shares. */
export async function pageOf(voice: CastVoice, number: number): Promise<PageId> {
  return (await ownedBy(voice, number)) as PageId; // base64url of 16 bytes, the writer's mark first
}

/** The way of this number that a voice thinks of. */
export async function wayOf(voice: CastVoice, number: number): Promise<WayId> {
  return (await ownedBy(voice, number)) as WayId; // base64url of 16 bytes, the writer's mark first
}

/** The task of this number that a voice takes on, or writes down for another. */
export async function taskOf(voice: CastVoice, number: number): Promise<TaskId> {
  return (await ownedBy(voice, number)) as TaskId; // base64url of 16 bytes, the writer's mark first
}

/** The wish of this number that a voice words, or writes down for another. */
export async function wishOf(voice: CastVoice, number: number): Promise<WishId> {
  return (await ownedBy(voice, number)) as WishId; // base64url of 16 bytes, the writer's mark first
}

async function ownedBy(voice: CastVoice, number: number): Promise<string> {
  return base64urlnopad.encode(joinBytes(await writerMark(publicKeyOf(voice)), new Uint8Array(8).fill(number)));
}
