import { page, type Route } from "../shell/page";

export const routes: Route[] = [{ path: "/first-start", page: page(() => import("./FirstStart")), access: "open" }];
