import { type Route, withTexts } from "../shell/page";

const broadcasts = withTexts(() => import("./Broadcasts"));

export const routes: Route[] = [
  { path: "/broadcasts", page: broadcasts, access: "member" },
  { path: "/broadcasts/*", page: broadcasts, access: "member" },
];
