/** The frame a call came from, as far as a main process looks at it. */
export interface SenderFrame {
  readonly url: string;
  readonly parent: SenderFrame | null;
}

type CallHandler = (event: { readonly senderFrame: SenderFrame }, ...given: unknown[]) => unknown;

const handlers = new Map<string, CallHandler>();

/** `electron.ipcMain`. */
export const ipcMain = {
  handle(channel: string, handler: CallHandler): void {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
};

/** Hands a call from a page to its handler, as Electron would. */
export async function invoke(senderFrame: SenderFrame, channel: string, given: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
  return handler({ senderFrame }, ...given);
}
