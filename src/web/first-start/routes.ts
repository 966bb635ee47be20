import { withTexts, type Route } from "../shell/page";

export const routes: Route[] = [{ path: "/first-start", page: withTexts(() => import("./FirstStart")), access: "open" }];
