import type { Texts } from "./index";

const files = import.meta.glob<Texts>(["../**/en.json", "!../{api,conversations,live,shell,ui}/en.json"], { eager: true, import: "default" });
export const texts: Texts = Object.assign({}, ...Object.values(files));
