import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import "./Mentions.css";
import { partsOf } from "./mentions";

/** A note that calls colleagues: their names stand out. */
export default function Mentions({ text, ids }: { text: string; ids: readonly string[] }) {
  const members = useStore(directory, (state) => state.members);
  const names = ids.flatMap((id) => members[id]?.name ?? []);
  return <p className="words" dir="auto">{partsOf(text, names).map((part, at) => (at % 2 === 1 ? <span key={at} className="mention">{part}</span> : part))}</p>;
}
