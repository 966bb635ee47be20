import type { AwayIcon, AwayState } from "../api/types";
import { type Icon, path, PauseIcon } from "../ui/icons";
import { PeopleIcon, PhoneIcon } from "../ui/moreIcons";
import "./AwayMark.css";

const pictures: Record<AwayIcon, Icon> = {
  pause: PauseIcon,
  cup: path("M4 7.500h9v4.300a3.7 3.7 0 0 1-3.7 3.700H7.700A3.7 3.7 0 0 1 4 11.800Z", "M13 8.500h1.200a2 2 0 0 1 0 4H13", "M7 3.200v1.600", "M10 3.200v1.600"),
  meal: path("M6.5 3v14", "M4 3v3.500a2.5 2.500 0 0 0 5 0V3", "M14 17v-5.500", "M14 11.500c-1.700 0-2.5-1.500-2.500-4S12.500 3 14 3Z"),
  call: PhoneIcon,
  meeting: PeopleIcon,
  training: path("M10 4.500 2.500 8l7.500 3.500L17.500 8Z", "M5.5 9.700v3.300c0 1.200 2 2.300 4.500 2.300s4.500-1.100 4.500-2.300V9.700"),
  work: path("M4 7h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1Z", "M7.500 7V5.200A1.200 1.200 0 0 1 8.700 4h2.600a1.200 1.200 0 0 1 1.200 1.200V7", "M3 11h14"),
  home: path("M3.500 9.500 10 4l6.500 5.500", "M5.500 8.500V16h9V8.500"),
};

export const awayIcons = Object.keys(pictures) as AwayIcon[];
export const awayColours = ["orange", "red", "pink", "violet", "blue", "teal", "grey"] as const;

/** The picture of an away state in its colour. Decorative: the name stands beside it. */
export function AwayMark({ state: { icon, colour }, size = 22 }: { state: Pick<AwayState, "icon" | "colour">; size?: number }) {
  const Drawn = pictures[icon];
  return <span className="away-mark" aria-hidden="true" data-colour={colour} style={{ width: size, height: size }}><Drawn size={Math.round(size * 0.64)} /></span>;
}
