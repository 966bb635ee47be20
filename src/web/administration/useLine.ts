import { useEffect } from "react";
import { api } from "../api/client";
import { feedPosition, pull, startAt } from "../live/feed";
import { openLine } from "../live/hub";
import { fetchDirectory } from "../shell/directory";

/** Follows the feed from here on, also for someone whose first page this is. */
async function start() {
  await fetchDirectory();
  if (feedPosition() < 0) startAt((await api.get("/queue/counters")).position);
  await openLine();
  await pull();
}

export function useLine() {
  useEffect(() => void start().catch(() => {}), []);
}
