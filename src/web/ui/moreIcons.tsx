import { icon, path } from "./icons";

/* What the settings and the dialogs show besides, so that the inbox does not load it. */
export const PeopleIcon = path("M7.5 9.5a2.9 2.9 0 1 0 0-5.8 2.9 2.9 0 0 0 0 5.8Z", "M2 16.3a5.5 5.5 0 0 1 11 0", "M13 4a2.9 2.9 0 0 1 0 5.4", "M15.2 11.9a5.5 5.5 0 0 1 2.8 4.4");
export const RouteIcon = path("M5 16.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z", "M15 7.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z", "M7 14.5h5.500a3 3 0 0 0 0-6h-5a3 3 0 0 1 0-6H13");
export const UrgentIcon = path("M10 16.500v-11", "m5.500 10 4.500-4.500 4.500 4.500", "M5 3.200h10");
export const BellIcon = path("M5.500 8.500a4.500 4.500 0 0 1 9 0c0 3.600 1.500 5 1.500 5h-12s1.500-1.400 1.500-5Z", "M8.500 16.300a1.700 1.700 0 0 0 3 0");
export const MuteIcon = path("M3.500 8h2.700L10 4.700v10.600L6.200 12H3.500Z", "m13 8 4 4", "m17 8-4 4");
export const PlusIcon = path("M10 4v12", "M4 10h12");
export const MoreIcon = icon(<><circle cx="4.5" cy="10" r="1.4" /><circle cx="10" cy="10" r="1.4" /><circle cx="15.5" cy="10" r="1.4" /></>, true);
export const ChevronRightIcon = path("m8 5.5 4.5 4.5L8 14.5");
export const DownloadIcon = path("M10 3.500v9", "m6.5 9.3 3.5 3.5 3.5-3.5", "M4 16.500h12");
export const CopyIcon = path("M8.5 7h6.500A1.5 1.5 0 0 1 16.5 8.500V15A1.5 1.5 0 0 1 15 16.500H8.500A1.5 1.5 0 0 1 7 15V8.500A1.5 1.5 0 0 1 8.5 7Z", "M4.8 13A1.3 1.3 0 0 1 3.5 11.700V5A1.5 1.5 0 0 1 5 3.500h6.700A1.3 1.3 0 0 1 13 4.8");
export const EditIcon = path("m12.5 4.5 3 3L7 16l-3.7.700L4 13Z");
export const ArchiveIcon = path("M3 4.500h14v3H3z", "M4.500 7.500v8h11v-8", "M8 10.800h4");
export const TrashIcon = path("M3.5 5.500h13", "M8 5.500V3.800h4v1.7", "m5 5.5.7 10a1.3 1.3 0 0 0 1.3 1.200h6a1.3 1.3 0 0 0 1.3-1.200l.7-10");
export const LinkIcon = path("M8.5 11.500a3 3 0 0 0 4.3 0l2.6-2.600a3 3 0 0 0-4.3-4.300l-.9.9", "M11.5 8.500a3 3 0 0 0-4.3 0l-2.6 2.600a3 3 0 0 0 4.3 4.300l.9-.9");
export const SunIcon = path("M10 13a3 3 0 1 0 0-6 3 3 0 0 0 0 6Z", "M10 2.500v1.7", "M10 15.800v1.7", "M2.5 10h1.7", "M15.8 10h1.7", "m4.7 4.7 1.2 1.2", "m14.1 14.1 1.2 1.2", "m4.7 15.3 1.2-1.2", "m14.1 5.9 1.2-1.2");
export const MoonIcon = path("M16.5 11.800A6.8 6.8 0 0 1 8.2 3.500a6.8 6.8 0 1 0 8.3 8.300Z");
export const SignOutIcon = path("M8 16.500H5A1.5 1.5 0 0 1 3.5 15V5A1.5 1.5 0 0 1 5 3.500h3", "M12.5 13.5 16 10l-3.5-3.5", "M16 10H8");
export const PhoneIcon = path("M6.8 3.5 8.3 7 6.6 8.400a8.5 8.5 0 0 0 5 5l1.4-1.7 3.5 1.500v2.300a1.3 1.3 0 0 1-1.4 1.300A12.5 12.5 0 0 1 3.2 4.9 1.3 1.3 0 0 1 4.5 3.500Z");
export const SparkIcon = path("M10 3.500c.6 3.7 2.8 5.9 6.5 6.5-3.7.6-5.9 2.8-6.5 6.5-.6-3.7-2.8-5.9-6.5-6.5 3.7-.6 5.9-2.8 6.5-6.500Z");
export const GripIcon = icon(<>{[5, 10, 15].flatMap((y) => [7, 13].map((x) => <circle key={`${x}-${y}`} cx={x} cy={y} r="1.3" />))}</>, true);
export const CloudIcon = path("M6 15.500a3.400 3.400 0 0 1-.5-6.760 4.700 4.700 0 0 1 9.200 0A3.300 3.300 0 0 1 14.300 15.500Z");
export const ArrowUpIcon = path("M10 16V4.500", "m5 9.500 5-5 5 5");
export const ArrowDownIcon = path("M10 4v11.500", "m5 10.500 5 5 5-5");
