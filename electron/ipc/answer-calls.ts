import type { IpcMain } from "electron";
import * as v from "valibot";

import {
  callArguments,
  callNames,
  channelOf,
  type Bridge,
  type CallName,
  type CheckedArguments,
} from "../../shared/ipc.ts";
import { no } from "../../shared/result.ts";
import { isOwnPage, type Frame } from "../own-pages.ts";

/** What main does for each call, once the call has been let through. */
export type Answers = {
  readonly [Call in CallName]: (...given: CheckedArguments<Call>) => ReturnType<Bridge[Call]>;
};

// The same schemas, seen call by call: so the compiler knows that what one lets through is what its answer takes.
const schemas: { readonly [Call in CallName]: v.GenericSchema<unknown, CheckedArguments<Call>> } = callArguments;

/** Answers the window's calls. The only place where one comes in, and so the only place where its sender is checked. */
export function answerCalls(ipcMain: IpcMain, answers: Answers): void {
  for (const call of callNames) {
    ipcMain.handle(channelOf(call), ({ senderFrame }, ...given: unknown[]) =>
      answerCall(call, answers[call], senderFrame, given),
    );
  }
}

/** Answers one call that came from a frame, or turns it away: a stranger's before its arguments are looked at. */
export function answerCall<Call extends CallName>(
  call: Call,
  answer: Answers[Call],
  sender: Frame | null,
  given: readonly unknown[],
): unknown {
  if (!isOwnPage(sender)) return no("not-our-page");
  const checked = v.safeParse(schemas[call], given);
  if (!checked.success) return no("malformed");
  const answered: (...given: CheckedArguments<Call>) => unknown = answer;
  return answered(...checked.output);
}
