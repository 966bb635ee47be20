import { api, errorText } from "../api/client";
import { t } from "../i18n";
import { toast } from "../ui";
import { goTo } from "./place";

let isAsking = false;

/** The head of the queue becomes one's own, and opens. */
export async function takeNext() {
  if (isAsking) return;
  isAsking = true;
  try {
    const { conversationId } = await api.post("/queue/next");
    if (conversationId) goTo(conversationId);
    else toast(t("conversations.next.none"));
  } catch (error) {
    toast(errorText(error), { tone: "bad" });
  } finally {
    isAsking = false;
  }
}
