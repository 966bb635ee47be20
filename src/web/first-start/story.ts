import { api } from "../api/client";
import type { Messenger } from "../api/types";
import { currentLanguage } from "../i18n";
import { createStore } from "../live/store";
import { enter } from "../shell/session";

interface Story {
  step: "organisation" | "you" | "done";
  organisation: string;
  name: string;
  email: string;
  password: string;
  messenger: Messenger | null;
}

/** What was filled in so far; outside the page, which is drawn anew when the language changes. */
export const story = createStore<Story>({ step: "organisation", organisation: "", name: "", email: "", password: "", messenger: null });

/** Makes the organisation and its first administrator, who is signed in from then on. */
export async function setUp() {
  const { organisation, name, email, password } = story.get();
  const { session, messenger } = await api.post("/setup", { organisation, name, email, password, language: currentLanguage() });
  story.set({ step: "done", messenger, password: "" });
  await enter(session);
}
