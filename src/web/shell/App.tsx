import { Suspense, useEffect } from "react";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { locale, t, useLanguage } from "../i18n";
import { Button, EmptyState, OfflineIcon, QuestionIcon, Toasts } from "../ui";
import { ErrorBoundary } from "./ErrorBoundary";
import { Frame } from "./Frame";
import { match, navigate, usePath } from "./router";
import { routes } from "./routes";
import { findSession, useSessionState } from "./session";

/** Decides between the set-up, the sign-in and the app itself, and shows the page of the address. */
export function App() {
  const language = useLanguage();
  const { status } = useSessionState();
  useEffect(() => void findSession(), []);

  if (status === "asking") return null;
  return (
    <I18nProvider locale={locale()} key={language}>
      <ErrorBoundary>{status === "unreachable" ? <Unreachable /> : <CurrentPage />}</ErrorBoundary>
      <Toasts />
    </I18nProvider>
  );
}

function CurrentPage() {
  const path = usePath();
  const { status } = useSessionState();
  const route = routes.find((one) => match(one.path, path));
  const elsewhere = redirection(status, route?.access, path);
  useEffect(() => {
    if (elsewhere) navigate(elsewhere, { replace: true });
  }, [elsewhere]);
  if (elsewhere) return null;

  const Shown = route?.page;
  const content = Shown
    ? <Suspense fallback={null}><Shown params={match(route.path, path)!} /></Suspense>
    : <EmptyState icon={QuestionIcon} title={t("shell.nowhere.title")} text={t("shell.nowhere.text")} action={<Button onPress={() => navigate("/inbox")}>{t("shell.nowhere.inbox")}</Button>} />;
  return route?.access === "open" ? content : <Frame><ErrorBoundary key={route?.path}>{content}</ErrorBoundary></Frame>;
}

function redirection(status: string, access: "open" | "member" | undefined, path: string): string | null {
  if (status === "setUp") return path === "/first-start" ? null : "/first-start";
  if (status === "signedOut") return access === "open" && path !== "/first-start" ? null : "/sign-in";
  return path === "/" || path === "/sign-in" ? "/inbox" : null;
}

function Unreachable() {
  return <EmptyState icon={OfflineIcon} title={t("shell.unreachable.title")} text={t("shell.unreachable.text")} action={<Button onPress={() => location.reload()}>{t("shell.unreachable.retry")}</Button>} />;
}
