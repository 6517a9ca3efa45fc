import { useMemo } from "react";
import { qrPath } from "./qr-path.ts";

/** A QR code, dark on light whatever the theme is, because a camera may not read it the other way round. */
export function QrCode(props: { readonly words: string; readonly label: string }) {
  const { size, path } = useMemo(() => qrPath(props.words), [props.words]);
  return (
    <svg
      role="img"
      aria-label={props.label}
      className="qr-code"
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      shapeRendering="crispEdges"
    >
      <path className="qr-code__light" d={`M0 0h${String(size)}v${String(size)}h-${String(size)}z`} />
      <path className="qr-code__dark" d={path} />
    </svg>
  );
}
