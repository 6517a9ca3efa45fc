import type { ReactNode } from "react";

/**
 * A place for quiet buttons that take turns: as wide as the widest of them, also while none is there, so that nothing beside it
 * moves when they come and go.
 */
export function OnePlace(props: { readonly names: readonly string[]; readonly children: ReactNode }) {
  return (
    <span className="one-place">
      {props.names.map((name) => (
        <span key={name} className="button button--quiet one-place__kept" data-name={name} aria-hidden="true" />
      ))}
      {props.children}
    </span>
  );
}
