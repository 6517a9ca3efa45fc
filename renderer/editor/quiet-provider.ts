import type { Provider, ProviderAwareness } from "@lexical/yjs";

type UserState = NonNullable<ReturnType<ProviderAwareness["getLocalState"]>>;

/** What an editor is told about other people's carets, and tells about its own. */
export interface Carets {
  others(): ReadonlyMap<number, UserState>;
  subscribe(listener: () => void): () => void;
  showOwn(state: UserState | null): void;
}

/**
 * The provider Lexical's Yjs plugin asks for, without any network: the document is shared by the session, which alone
 * decides what is sent and what may come in. Only carets pass through here.
 */
export function createQuietProvider(carets: Carets | null): Provider {
  let own: UserState | null = null;
  const listeners = new Map<() => void, () => void>();
  const setOwn = (state: UserState | null): void => {
    own = state;
    carets?.showOwn(state);
  };
  const awareness: ProviderAwareness = {
    getLocalState: () => own,
    getStates: () => new Map(carets?.others() ?? []),
    setLocalState: setOwn,
    setLocalStateField(field, value) {
      if (own !== null) setOwn({ ...own, [field]: value });
    },
    on(_type, listener) {
      if (carets !== null) listeners.set(listener, carets.subscribe(listener));
    },
    off(_type, listener) {
      listeners.get(listener)?.();
      listeners.delete(listener);
    },
  };
  return {
    awareness,
    connect() {
      // There is nothing to connect: what the document holds is there already.
    },
    disconnect() {
      setOwn(null);
    },
    on() {
      // Status and sync never change, so nobody needs telling.
    },
    off() {
      // Nothing was subscribed.
    },
  };
}
