import { useSyncExternalStore } from "react";
import { api, ApiError, rememberCsrfToken, whenSignedOut } from "../api/client";
import type { EventView, Permission, Session, SessionMember } from "../api/types";
import { browserLanguage, speak } from "../i18n";
import { follow } from "../live/feed";

export type SessionState = { status: "asking" } | { status: "unreachable" } | { status: "setUp" } | { status: "signedOut" } | { status: "signedIn"; session: Session };

let state: SessionState = { status: "asking" };
const listeners = new Set<() => void>();
const set = (next: SessionState) => {
  state = next;
  listeners.forEach((listener) => listener());
};
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Takes over a session the server has just given: after sign-in, set-up or an invitation. */
export async function enter(session: Session) {
  rememberCsrfToken(session.csrfToken);
  await speak(session.member.language);
  set({ status: "signedIn", session });
}

/** Asks the server who we are; without a session, whether the house must first be set up. */
export async function findSession() {
  try {
    await enter(await api.get("/session"));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    await speak(browserLanguage());
    if (error.status !== 401) return set({ status: "unreachable" });
    const { needed } = await api.get("/setup").catch(() => ({ needed: false }));
    set({ status: needed ? "setUp" : "signedOut" });
  }
}

export async function signOut() {
  await api.delete("/session");
  set({ status: "signedOut" });
}

/** Changes one's own profile; the frame shows it at once. */
export async function changeMyself(changes: Partial<Pick<SessionMember, "name" | "language" | "shortCode" | "availability" | "awayStateId" | "defaultAvailability">>) {
  const member = await api.patch("/session/member", changes);
  if (state.status !== "signedIn") return;
  await speak(member.language);
  set({ status: "signedIn", session: { ...state.session, member: { ...state.session.member, ...member } } });
}

/** When everything is asked for again, what one may do may be another thing too. */
const askAgain = () => void api.get("/session").then(enter).catch(() => {});
follow({ apply: () => {}, refetch: () => state.status === "signedIn" && askAgain() });

/** One's status was changed elsewhere: on another device, or by a supervisor. */
export function learnStatus({ detail, at }: EventView) {
  if (state.status !== "signedIn" || detail?.memberId !== state.session.member.id) return;
  const { availability, awayStateId } = detail as Pick<SessionMember, "availability" | "awayStateId">;
  set({ status: "signedIn", session: { ...state.session, member: { ...state.session.member, availability, awayStateId, statusSince: at } } });
}

whenSignedOut(() => state.status === "signedIn" && set({ status: "signedOut" }));

export const useSessionState = () => useSyncExternalStore(subscribe, () => state);

/** Who is signed in, for those who are no component. */
export const myId = () => (state.status === "signedIn" ? state.session.member.id : null);

/** The session inside the frame, where there always is one. */
export function useSession(): Session {
  const current = useSessionState();
  if (current.status !== "signedIn") throw new Error("This part of the app needs someone signed in.");
  return current.session;
}

export const useMay = () => {
  const { permissions } = useSession();
  return (permission: Permission) => permissions.includes(permission);
};
