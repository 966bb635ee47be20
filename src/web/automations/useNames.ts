import { useEffect } from "react";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { fetchTags, tags } from "../tags/tags";
import type { Names } from "./sentence";

/** What automations name: tags, topics and reasons. */
export function useNames(): Names {
  const { topics, resolveReasons } = useStore(directory, (state) => state);
  const known = useStore(tags, (state) => state.items);
  useEffect(() => void fetchTags(), []);
  return { tags: known ?? [], topics, reasons: resolveReasons };
}
