import { withTexts, type Route } from "../shell/page";

export const routes: Route[] = [
  { path: "/sign-in", page: withTexts(() => import("./SignIn")), access: "open" },
  { path: "/link/:token", page: withTexts(() => import("./LinkPage")), access: "open" },
];
