import "./Avatar.css";

export type Presence = "available" | "away" | "offline";

const initials = (name: string) => {
  const words = name.trim().split(/[\s@._-]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  return words.length === 0 ? "?" : [words[0]!, ...(words.length > 1 ? [words.at(-1)!] : [])].map((word) => [...word.replace(/^[^\p{L}\p{N}]+/u, "")][0]).join("").toUpperCase();
};

/** The same name always gets the same of the eight hues of Avatar.css. */
const hueOf = (name: string) => [...name].reduce((sum, char) => (sum * 31 + char.codePointAt(0)!) >>> 0, 7) % 8;

/** A face, or the initials on a steady colour; with the presence dot of a member. Decorative: the name stands beside it. */
export function Avatar({ name, url, size = 32, presence }: { name: string; url?: string | null; size?: number; presence?: Presence }) {
  return (
    <span className="avatar" aria-hidden="true" data-hue={hueOf(name)} style={{ width: size, height: size, fontSize: Math.round(size * 0.38) }}>
      {url ? <img src={url} alt="" width={size} height={size} loading="lazy" /> : <span>{initials(name)}</span>}
      {presence && <PresenceDot presence={presence} />}
    </span>
  );
}

/** Green = online and available, orange = away, grey = offline. */
export function PresenceDot({ presence }: { presence: Presence }) {
  return <span className="presence-dot" data-presence={presence} />;
}
