import { withTexts, type Route } from "../shell/page";

const settings = withTexts(() => import("./Settings"));

export const routes: Route[] = [
  { path: "/settings", page: settings, access: "member" },
  { path: "/settings/*", page: settings, access: "member" },
];
