import { EventEmitter } from "node:events";

import { closeChromium } from "./chromium.ts";
import { note } from "./journal.ts";

class App extends EventEmitter {
  readonly isPackaged = false;

  whenReady(): Promise<void> {
    return Promise.resolve();
  }

  /** Another process holds the lock when the test says so. */
  requestSingleInstanceLock(): boolean {
    return process.env["STAND_IN_LOCK_IS_TAKEN"] !== "1";
  }

  enableSandbox(): void {
    note("enableSandbox");
  }

  getPath(name: string): string {
    const path = process.env[`STAND_IN_PATH_${name.toUpperCase()}`];
    if (path === undefined) throw new Error(`The test named no place for ${name}.`);
    return path;
  }

  quit(): void {
    this.emit("before-quit", {});
    this.emit("will-quit", {});
    void closeChromium().then(() => process.exit(0));
  }
}

/** `electron.app`. */
export const app = new App();
