import "./channels.css";
import type { Kind } from "./kinds";

/** The sign of a medium. As a picture, so that nothing in it can run. */
export function KindLogo({ kind, size = 36 }: { kind: Kind | undefined; size?: number }) {
  return kind
    ? <img className="kind-logo" src={`data:image/svg+xml,${encodeURIComponent(kind.logo)}`} alt="" width={size} height={size} />
    : <span className="kind-logo" style={{ width: size, height: size }} />;
}
