import { openGaps } from "../conversations/placeholders";

/** A text whose placeholders stand out. */
export function GapText({ text }: { text: string }) {
  const gaps = openGaps(text);
  let rest = text;
  return (
    <>
      {gaps.map((gap, at) => {
        const before = rest.slice(0, rest.indexOf(gap));
        rest = rest.slice(before.length + gap.length);
        return <span key={at}>{before}<mark className="gap">{gap.slice(2, -2).trim()}</mark></span>;
      })}
      {rest}
    </>
  );
}
