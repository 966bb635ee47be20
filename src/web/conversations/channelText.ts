import { useEffect } from "react";
import { fetchKinds, kinds, kindText } from "../channels/kinds";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { thread } from "./thread";

/** What the folder of the channel's kind says, in the language on screen; empty while it is not known. */
export function useChannelText() {
  const channelId = useStore(thread, (state) => state.view?.row.channelId ?? "");
  const name = useStore(directory, (state) => state.channels[channelId]?.kind);
  const kind = useStore(kinds, (state) => state.items.find((one) => one.kind === name));
  useEffect(() => void fetchKinds().catch(() => {}), []);
  return (key: string) => kindText(kind, key);
}
