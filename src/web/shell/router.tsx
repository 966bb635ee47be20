import { type AnchorHTMLAttributes, type MouseEvent, useMemo, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
const announce = () => listeners.forEach((listener) => listener());
const subscribe = (listener: () => void) => {
  if (listeners.size === 0) addEventListener("popstate", announce);
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

/** Shows another page of the app without loading anything again. */
export function navigate(to: string, { replace = false } = {}) {
  if (to === location.pathname + location.search + location.hash) return;
  if (replace) history.replaceState(null, "", to);
  else history.pushState(null, "", to);
  announce();
}

export const usePath = () => useSyncExternalStore(subscribe, () => location.pathname);

/** What the address names within the page, without its sign. */
export const useHash = () => useSyncExternalStore(subscribe, () => location.hash.slice(1));

export function useQuery(): URLSearchParams {
  const search = useSyncExternalStore(subscribe, () => location.search);
  return useMemo(() => new URLSearchParams(search), [search]);
}

/** The named parts of a path ("/link/:token"), or null where it does not fit; a last "*" fits anything below. */
export function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  const open = wanted.at(-1) === "*";
  if (open ? given.length < wanted.length - 1 : given.length !== wanted.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of (open ? wanted.slice(0, -1) : wanted).entries()) {
    if (part.startsWith(":")) params[part.slice(1)] = decodeURIComponent(given[at]!);
    else if (part !== given[at]) return null;
  }
  return params;
}

interface LinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> { href: string }

/** A link inside the app; a click with a modifier still opens a tab. */
export function Link({ href, onClick, ...rest }: LinkProps) {
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    navigate(href);
  };
  return <a {...rest} href={href} onClick={follow} />;
}
