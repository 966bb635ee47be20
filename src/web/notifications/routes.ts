import { withTexts, type Route } from "../shell/page";

export const routes: Route[] = [{ path: "/preferences/notifications", page: withTexts(() => import("./PreferencesPage")), access: "member" }];
