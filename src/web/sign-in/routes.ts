import { page, type Route } from "../shell/page";

export const routes: Route[] = [
  { path: "/sign-in", page: page(() => import("./SignIn")), access: "open" },
  { path: "/link/:token", page: page(() => import("./LinkPage")), access: "open" },
];
