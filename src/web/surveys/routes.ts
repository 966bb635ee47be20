import { type Route, withTexts } from "../shell/page";

export const routes: Route[] = [{ path: "/satisfaction", page: withTexts(() => import("./ResultsPage")), access: "member" }];
