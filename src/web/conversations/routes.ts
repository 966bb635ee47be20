import { inboxPage, type Route } from "../shell/page";

const inbox = inboxPage(() => import("./Inbox"));

export const routes: Route[] = [
  { path: "/inbox", page: inbox, access: "member" },
  { path: "/inbox/:conversationId", page: inbox, access: "member" },
];
