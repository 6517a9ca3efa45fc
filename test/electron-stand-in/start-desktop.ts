import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

import type { Numbered, Order, Outcome } from "./control.ts";
import type { JournalEntry } from "./journal.ts";

/** A desktop program that runs on the stand-in, seen from the test. */
export interface Desktop {
  /** Runs an expression in the window's page, or in a frame embedded in it, and gives what it comes to. */
  evaluate(script: string, inFrame?: number): Promise<unknown>;
  /** Lets the person answer the next question where to save: with a path, or null. */
  answerSaveDialog(path: string | null): Promise<unknown>;
  /** Puts another page in the place of the program's, without the main process being asked. */
  replacePage(url: string): Promise<unknown>;
  /** Lets the window load an address. */
  load(url: string): Promise<unknown>;
  /** Behaves as if the person had started the program a second time. */
  startAgain(): Promise<unknown>;
  /** What the main process has asked of Electron so far. */
  journal(): Promise<readonly JournalEntry[]>;
  /** Ends the process at once, as a power cut does. */
  kill(): Promise<unknown>;
  /** Quits the program; resolves to its exit code. */
  quit(): Promise<number | null>;
  /** The exit code, once the program has ended. */
  readonly ended: Promise<number | null>;
}

/** How the desktop is started: what is built, where the person keeps documents, and where the program keeps its own. */
export interface DesktopWish {
  readonly main: string;
  readonly documents: string;
  readonly userData: string;
  readonly lockIsTaken?: boolean;
  /** What the system has for a keychain; see `safe-storage.ts`. */
  readonly keychain?: "basic_text" | "gnome_libsecret" | "locked";
}

/** Starts a built main process, unchanged, with the stand-in in Electron's place. */
export function startDesktop(wish: DesktopWish): Desktop {
  const { main, documents, userData, lockIsTaken = false, keychain = "gnome_libsecret" } = wish;
  const child = fork(main, {
    execArgv: ["--import", fileURLToPath(new URL("./hooks.ts", import.meta.url))],
    serialization: "advanced",
    env: {
      ...process.env,
      STAND_IN_PATH_DOCUMENTS: documents,
      STAND_IN_PATH_USERDATA: userData,
      STAND_IN_KEYCHAIN: keychain,
      STAND_IN_LOCK_IS_TAKEN: lockIsTaken ? "1" : "0",
    },
  });
  const waiting = new Map<number, (outcome: Outcome) => void>();
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  // Only the stand-in's control sends messages, and it sends outcomes.
  child.on("message", (outcome) => waiting.get((outcome as Outcome).number)?.(outcome as Outcome));

  let sent = 0;
  async function order(wish: Order): Promise<unknown> {
    const number = ++sent;
    const outcome = await Promise.race([
      new Promise<Outcome>((resolve) => {
        waiting.set(number, resolve);
        child.send({ number, order: wish } satisfies Numbered);
      }),
      ended.then((code): Outcome => ({ number, error: `The program ended with code ${code}.` })),
    ]);
    waiting.delete(number);
    if ("error" in outcome) throw new Error(outcome.error);
    return outcome.value;
  }

  return {
    evaluate: (script, inFrame = 0) => order({ do: "evaluate", script, inFrame }),
    answerSaveDialog: (path) => order({ do: "answer-save-dialog", path }),
    replacePage: (url) => order({ do: "replace-page", url }),
    load: (url) => order({ do: "load", url }),
    startAgain: () => order({ do: "start-again" }),
    // The control answers this order with the journal itself.
    journal: async () => (await order({ do: "read-journal" })) as readonly JournalEntry[],
    quit: () => {
      // It may have ended of its own accord, or been quit before.
      if (child.connected) child.send({ number: ++sent, order: { do: "quit" } } satisfies Numbered);
      return ended;
    },
    kill: () => {
      child.kill("SIGKILL");
      return ended;
    },
    ended,
  };
}
