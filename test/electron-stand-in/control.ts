import { app } from "./app.ts";
import { programWindow } from "./browser-window.ts";
import { saveAnswers } from "./dialog.ts";
import { journal } from "./journal.ts";

/** What a test may tell the stand-in to do. */
export type Order =
  | { readonly do: "answer-save-dialog"; readonly path: string | null }
  | { readonly do: "evaluate"; readonly script: string; readonly inFrame: number }
  | { readonly do: "replace-page"; readonly url: string }
  | { readonly do: "load"; readonly url: string }
  | { readonly do: "read-journal" }
  | { readonly do: "start-again" }
  | { readonly do: "quit" };

/** An order on its way, and what came of it. */
export interface Numbered {
  readonly number: number;
  readonly order: Order;
}

export type Outcome =
  { readonly number: number; readonly value: unknown } | { readonly number: number; readonly error: string };

/** Follows the orders of the test that started this process, and ends with it. */
export function listenToTest(): void {
  // A test that is gone wants no program of its left running.
  process.once("disconnect", () => app.quit());
  process.on("message", (message: Numbered) => {
    follow(message.order).then(
      (value) => process.send?.({ number: message.number, value } satisfies Outcome),
      (error: unknown) => process.send?.({ number: message.number, error: String(error) } satisfies Outcome),
    );
  });
}

async function follow(order: Order): Promise<unknown> {
  switch (order.do) {
    case "answer-save-dialog":
      return saveAnswers.push(order.path);
    case "evaluate":
      return (await programPage()).frames()[order.inFrame]?.evaluate(order.script);
    case "replace-page":
      await (await programPage()).goto(order.url);
      return null;
    case "load":
      await (await programWindow).loadURL(order.url);
      return null;
    case "read-journal":
      return journal;
    case "start-again":
      return app.emit("second-instance");
    case "quit":
      app.quit();
      return null;
  }
}

async function programPage() {
  return (await programWindow).webContents.page;
}
