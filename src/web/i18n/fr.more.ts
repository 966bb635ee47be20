import type { Texts } from "./index";

const files = import.meta.glob<Texts>(["../**/fr.json", "!../{api,conversations,live,shell,ui}/fr.json"], { eager: true, import: "default" });
export const texts: Texts = Object.assign({}, ...Object.values(files));
