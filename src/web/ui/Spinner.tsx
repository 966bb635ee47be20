import "./Spinner.css";

/** Something small is on its way: inside a button, a file card. For content, use a Skeleton. */
export function Spinner({ size = 16 }: { size?: number }) {
  return (
    <svg className="spinner" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.22" />
      <path d="M8 1.8a6.2 6.2 0 0 1 6.2 6.2" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}

/** Holds the place of text or a picture that is being fetched, so that nothing moves when it comes. */
export function Skeleton({ width = "100%", height = 12, round }: { width?: number | string; height?: number; round?: boolean }) {
  return <span className="skeleton" aria-hidden="true" data-round={round || undefined} style={{ width, height }} />;
}
