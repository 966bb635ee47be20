export type Theme = "system" | "light" | "dark";

const key = "relais.theme";

export const currentTheme = (): Theme => {
  const kept = localStorage.getItem(key);
  return kept === "light" || kept === "dark" ? kept : "system";
};

/** Light and dark follow the system until someone chooses; the choice stays on this device. */
export function showTheme(theme: Theme) {
  if (theme === "system") {
    localStorage.removeItem(key);
    delete document.documentElement.dataset.theme;
  } else {
    localStorage.setItem(key, theme);
    document.documentElement.dataset.theme = theme;
  }
}
