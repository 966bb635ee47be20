const address = /(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\]»])/g;

/** Text from outside as text: nothing in it is ever markup; only web addresses become links. */
export function Words({ text }: { text: string }) {
  return (
    <p className="words" dir="auto">
      {text.split(address).map((part, at) => (at % 2 === 1 ? <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">{part}</a> : part))}
    </p>
  );
}
