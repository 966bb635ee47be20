import type { ChannelKind } from "../api/types";
import "./channels.css";

/** The sign of a medium. As a picture, so that nothing in it can run. */
export function KindLogo({ kind, size = 36 }: { kind: ChannelKind | undefined; size?: number }) {
  return kind
    ? <img className="kind-logo" src={`data:image/svg+xml,${encodeURIComponent(kind.logo)}`} alt="" width={size} height={size} />
    : <span className="kind-logo" style={{ width: size, height: size }} />;
}
