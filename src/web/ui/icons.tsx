import type { ReactNode, SVGProps } from "react";

/** The icons of the frame and the inbox: 20 × 20, stroked with the colour of the text around them. The others are in `moreIcons`. */
export type Icon = (props: SVGProps<SVGSVGElement> & { size?: number }) => ReactNode;

/* The annotations let the build drop every icon that a page does not use. */
/* @__NO_SIDE_EFFECTS__ */
export const icon = (paths: ReactNode, solid = false): Icon =>
  function Drawn({ size = 18, ...rest }) {
    const paint = solid
      ? { fill: "currentColor" }
      : { fill: "none", stroke: "currentColor", strokeWidth: 1.6, strokeLinecap: "round", strokeLinejoin: "round" } as const;
    return <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" {...paint} {...rest}>{paths}</svg>;
  };
/* @__NO_SIDE_EFFECTS__ */
export const path = (...d: string[]) => icon(d.map((one) => <path key={one} d={one} />));

export const InboxIcon = path("M2.75 11.5 5 4.75A1.5 1.5 0 0 1 6.4 3.7h7.2A1.5 1.5 0 0 1 15 4.75l2.25 6.75", "M2.75 11.5v3.3a1.5 1.5 0 0 0 1.5 1.5h11.5a1.5 1.5 0 0 0 1.5-1.5v-3.3h-4.1a3.2 3.2 0 0 1-6.3 0Z");
export const SettingsIcon = path("M3 6h7.5", "M14.5 6H17", "M3 14h2.5", "M9.5 14H17", "M12.5 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z", "M7.5 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z");
export const SearchIcon = path("M9 14.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11Z", "m13.2 13.2 3.3 3.3");
export const CheckIcon = path("m4 10.5 4 4 8-9");
export const DoubleCheckIcon = path("m1.8 10.5 3.7 4 7.3-9", "m10 14.3.2.2 7.8-9");
export const ClockIcon = path("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z", "M10 6v4l2.6 1.8");
export const BoomerangIcon = path("M4.6 7.2A6.6 6.6 0 1 1 3.4 11", "M3.2 3.7v3.7h3.7", "M10 6.8V10l2.2 1.5");
export const PauseIcon = path("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z", "M8.2 7.8v4.4", "M11.8 7.8v4.4");
export const ResolveIcon = path("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z", "m7 10.2 2.1 2.1L13 8");
export const ReopenIcon = path("M4 10a6 6 0 1 0 1.8-4.3L4 7.4", "M4 3.6v3.8h3.8");
export const PersonIcon = path("M10 9.5a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4Z", "M3.8 16.8a6.2 6.2 0 0 1 12.4 0");
export const TagIcon = path("M3.5 4.8v4.7a1.5 1.5 0 0 0 .44 1.06l5.9 5.9a1.5 1.5 0 0 0 2.12 0l4.5-4.5a1.5 1.5 0 0 0 0-2.12l-5.9-5.9a1.5 1.5 0 0 0-1.06-.44H4.8a1.3 1.3 0 0 0-1.3 1.3Z", "M6.8 6.8v.01");
export const TakeIcon = path("M10.2 3.5v8", "m6.9 8.3 3.3 3.3 3.3-3.3", "M3.5 12.5v2.2a1.8 1.8 0 0 0 1.8 1.8h9.4a1.8 1.8 0 0 0 1.8-1.8v-2.2");
export const SendIcon = path("M16.8 3.2 9 11", "M16.8 3.2 12 16.8 9 11 3.2 8Z");
export const NoteIcon = path("M4 4.5A1.5 1.5 0 0 1 5.5 3h9A1.5 1.5 0 0 1 16 4.5V12l-4.5 5h-6A1.5 1.5 0 0 1 4 15.5Z", "M11.5 17v-3.5A1.5 1.5 0 0 1 13 12h3", "M7 7h6", "M7 10h3");
export const ReplyIcon = path("M7.5 5 3.5 9l4 4", "M3.5 9h8a5 5 0 0 1 5 5v1.5");
export const ClipIcon = path("m16 9.4-6.2 6.2a3.9 3.9 0 0 1-5.5-5.5l6.4-6.4a2.6 2.6 0 0 1 3.7 3.7l-6.4 6.4a1.3 1.3 0 0 1-1.9-1.9l5.9-5.8");
export const BookmarkIcon = path("M6 3.5h8a1 1 0 0 1 1 1v12.3l-5-3.5-5 3.5V4.5a1 1 0 0 1 1-1Z");
export const SmileIcon = path("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z", "M7.2 11.6a3.3 3.3 0 0 0 5.6 0", "M7.8 8v.01", "M12.2 8v.01");
export const TemplateIcon = path("M4.5 3.5h11a1 1 0 0 1 1 1v3h-13v-3a1 1 0 0 1 1-1Z", "M3.5 10.5h7v6h-6a1 1 0 0 1-1-1Z", "M13.5 10.5h3v5a1 1 0 0 1-1 1h-2Z");
export const LockIcon = path("M5.5 9h9a1 1 0 0 1 1 1v5.5a1 1 0 0 1-1 1h-9a1 1 0 0 1-1-1V10a1 1 0 0 1 1-1Z", "M7 9V6.5a3 3 0 0 1 6 0V9");
export const CloseIcon = path("m5.5 5.5 9 9", "m14.5 5.5-9 9");
export const ChevronDownIcon = path("m5.5 8 4.5 4.5L14.5 8");
export const BackIcon = path("M12 4.5 6.5 10l5.5 5.5");
export const AlertIcon = path("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z", "M10 6.5v4", "M10 13.4v.01");
export const QuestionIcon = path("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z", "M8 8a2 2 0 1 1 2.8 1.9c-.5.2-.8.6-.8 1.1v.3", "M10 13.8v.01");
export const FileIcon = path("M5 4.2A1.2 1.2 0 0 1 6.2 3H11l4 4v8.8a1.2 1.2 0 0 1-1.2 1.2H6.2A1.2 1.2 0 0 1 5 15.8Z", "M11 3v4h4");
export const ImageIcon = path("M4.5 4h11A1.5 1.5 0 0 1 17 5.5v9a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 14.5v-9A1.5 1.5 0 0 1 4.5 4Z", "m3.2 14 4-4 3.3 3.3 2.5-2.5 3.8 3.7", "M12.8 7.8v.01");
export const VideoIcon = path("M4 5.5h7A1.5 1.5 0 0 1 12.5 7v6a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 13V7A1.5 1.5 0 0 1 4 5.5Z", "m12.5 9 5-2.5v7l-5-2.5");
export const AudioIcon = path("M3.5 8v4", "M6.8 5.5v9", "M10 3.5v13", "M13.2 6.5v7", "M16.5 8.5v3");
export const PinIcon = path("M10 17.2s5.5-4.6 5.5-8.9a5.5 5.5 0 1 0-11 0c0 4.3 5.5 8.9 5.5 8.900Z", "M10 10.300a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z");
export const CartIcon = path("M2.5 3.500h2l1.8 9h8.400l1.8-6.500H5.1", "M7.5 16.300v.01", "M13.5 16.300v.01");
export const EyeIcon = path("M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5Z", "M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z");
export const SidebarIcon = path("M4.5 4h11A1.5 1.5 0 0 1 17 5.500v9a1.5 1.5 0 0 1-1.5 1.500h-11A1.5 1.5 0 0 1 3 14.500v-9A1.5 1.5 0 0 1 4.5 4Z", "M12.5 4v12");
export const FilterIcon = path("M3.5 5.500h13", "M6 10h8", "M8.5 14.500h3");
export const KeyboardIcon = path("M3.5 5.500h13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-13a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1Z", "M5.8 8.500v.01", "M8.6 8.500v.01", "M11.4 8.500v.01", "M14.2 8.500v.01", "M7 11.700h6");
export const ChatIcon = path("M3.5 5A1.5 1.5 0 0 1 5 3.500h10A1.5 1.5 0 0 1 16.5 5v7a1.5 1.5 0 0 1-1.5 1.500H9.500L6 16.800v-3.300H5A1.5 1.5 0 0 1 3.5 12Z");
export const UndoIcon = path("M7 4.5 3.5 8 7 11.5", "M3.5 8H12a4.5 4.5 0 0 1 0 9H8");
export const RefreshIcon = path("M16 10a6 6 0 1 1-1.8-4.300L16 7.4", "M16 3.600v3.800h-3.8");
export const OfflineIcon = path("M3 3l14 14", "M5.5 8.300A8 8 0 0 1 8 6.9", "M11 6.500a8 8 0 0 1 3.5 1.8", "M7.8 11.200a4.3 4.3 0 0 1 2-.9", "M10 14.200v.01");
export const LineIcon = path("M3 8.2a10 10 0 0 1 14 0", "M5.6 11.1a6.2 6.2 0 0 1 8.8 0", "M10 14.8v.01");
export const StarIcon = path("M10 2.800l2.200 4.500 5 .7-3.600 3.500.85 5L10 14.150 5.550 16.500l.85-5L2.800 8l5-.7Z");
export const GlobeIcon = path("M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14Z", "M3.3 10h13.4", "M10 3c2 1.9 3 4.2 3 7s-1 5.1-3 7c-2-1.9-3-4.2-3-7s1-5.1 3-7Z");
