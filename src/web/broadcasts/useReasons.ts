import { useEffect } from "react";
import { fetchKinds, kinds, kindText, problemOf, wordFor } from "../channels/kinds";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";

/** Why a message or a whole broadcast does not leave: in the words of the channel's kind where it has any, else in ours. */
export function useReasons(channelId: string) {
  const name = useStore(directory, (state) => state.channels[channelId]?.kind);
  const kind = useStore(kinds, (state) => state.items.find((one) => one.kind === name));
  useEffect(() => void fetchKinds().catch(() => {}), []);
  return (code: string, words: string | null) => {
    if (code === "channel.failing") return problemOf(kind, words);
    const text = kindText(kind, `error.${code}`) || wordFor(`broadcasts.trouble.${code}`, t("broadcasts.trouble.other"));
    return { text, advice: kindText(kind, `advice.${code}`), details: words ?? "" };
  };
}
