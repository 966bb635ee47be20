import { Fragment, type ReactNode } from "react";
import "./channels.css";

/** The few signs a channel's help uses: numbered steps, paragraphs, **strong**, *emphasis*, `code`, [links](https://…). */
export function Help({ text }: { text: string }) {
  return <div className="help">{text.split(/\n\s*\n/).map((block, at) => <Block key={at} lines={block.split("\n").filter(Boolean)} />)}</div>;
}

function Block({ lines }: { lines: string[] }) {
  const step = /^\s*(?:\d+\.|[-*])\s+/;
  if (!lines.every((line) => step.test(line))) return <p>{inline(lines.join(" ").replace(/^#+\s*/, ""))}</p>;
  const items = lines.map((line, at) => <li key={at}>{inline(line.replace(step, ""))}</li>);
  return /^\s*\d/.test(lines[0]!) ? <ol>{items}</ol> : <ul>{items}</ul>;
}

const sign = /(`[^`]+`|\*\*[^*]+\*\*|\*[^*\s][^*]*\*|\[[^\]]+\]\(https:\/\/[^)\s]+\))/;

const inline = (text: string): ReactNode => text.split(sign).map((part, at) => <Fragment key={at}>{drawn(part)}</Fragment>);

function drawn(part: string): ReactNode {
  if (part.startsWith("`")) return <code>{part.slice(1, -1)}</code>;
  if (part.startsWith("**")) return <strong>{part.slice(2, -2)}</strong>;
  if (/^\*.+\*$/.test(part)) return <em>{part.slice(1, -1)}</em>;
  const link = /^\[([^\]]+)\]\((https:\/\/[^)\s]+)\)$/.exec(part);
  return link ? <a href={link[2]} target="_blank" rel="noreferrer">{link[1]}</a> : part;
}
