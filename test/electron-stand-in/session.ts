import { note } from "./journal.ts";

type Answerer = (request: Request) => Response | Promise<Response>;
type RequestFilter = (details: { url: string }, answer: (decision: { cancel?: boolean }) => void) => void;

class StandInProtocol {
  readonly answerers = new Map<string, Answerer>();

  handle(scheme: string, answerer: Answerer): void {
    this.answerers.set(scheme, answerer);
  }

  registerSchemesAsPrivileged(schemes: readonly object[]): void {
    note("registerSchemesAsPrivileged", schemes);
  }
}

/** `electron.Session`: who answers a request, and whether it may be made. Permissions are noted, not enforced. */
export class StandInSession {
  readonly protocol = new StandInProtocol();
  readonly webRequest = {
    onBeforeRequest: (filter: RequestFilter) => {
      this.#filter = filter;
    },
  };
  #filter: RequestFilter = (_details, answer) => answer({});

  setPermissionCheckHandler(): void {
    note("setPermissionCheckHandler");
  }

  setPermissionRequestHandler(): void {
    note("setPermissionRequestHandler");
  }

  setCertificateVerifyProc(): void {
    note("setCertificateVerifyProc");
  }

  setDevicePermissionHandler(): void {
    note("setDevicePermissionHandler");
  }

  /** Whether the main process lets an address be loaded. */
  lets(url: string): Promise<boolean> {
    return new Promise((resolve) => this.#filter({ url }, ({ cancel }) => resolve(cancel !== true)));
  }
}

const partitions = new Map<string, StandInSession>();

/** `electron.session`. */
export const session = {
  defaultSession: new StandInSession(),
  fromPartition(name: string): StandInSession {
    const partition = partitions.get(name) ?? new StandInSession();
    partitions.set(name, partition);
    return partition;
  },
};

/** `electron.protocol`: that of the default session. */
export const protocol = session.defaultSession.protocol;
