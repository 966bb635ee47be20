import { QuestionIcon } from "../ui";
import { useChannelText } from "./channelText";
import { Hint, unshown } from "./MessageContent";

/** A message that cannot be shown: why, where its channel has a sentence for it. */
export default function Unsupported({ type }: { type: string }) {
  const words = useChannelText()(`unsupported.${type}`);
  return words ? <Hint icon={QuestionIcon} words={words} /> : unshown(type);
}
