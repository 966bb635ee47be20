import { hasText, speakMore, t, type Params } from "../i18n";
import type { Answer, Bare, Given } from "./operations";

/** What the server refused, with the stable code its texts are keyed by. */
export class ApiError extends Error {
  constructor(readonly status: number, readonly code: string, readonly params: Params = {}, detail = code, readonly retryAfter: number | null = null) {
    super(detail);
  }
}

let csrfToken = "";
let onSignedOut = () => {};

/** The session hands over its token after every sign-in. */
export const rememberCsrfToken = (token: string) => void (csrfToken = token);
/** Called when the server no longer knows who we are. */
export const whenSignedOut = (action: () => void) => void (onSignedOut = action);

/** The words for refusals come with the first of them. Who is not signed in is asked to, which needs none. */
const refusal = async (response: Response) => {
  if (response.status !== 401) await speakMore().catch(() => {});
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string; params?: Params };
  const retryAfter = Number(response.headers.get("Retry-After")) || null;
  return new ApiError(response.status, problem.code ?? `http.${response.status}`, problem.params ?? {}, problem.detail, retryAfter);
};

async function call<T>(method: string, path: string, body?: unknown, signal?: AbortSignal, key?: string): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json" };
  if (method !== "GET") headers["X-CSRF-Token"] = csrfToken;
  if (key) headers["Idempotency-Key"] = key;
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers["Content-Type"] = "application/json";
  const response = await fetch(`/api/v1${path}`, { method, headers, body: isForm ? body : body === undefined ? undefined : JSON.stringify(body), signal, credentials: "same-origin" })
    .catch((cause: unknown) => {
      throw signal?.aborted ? cause : new ApiError(0, "network");
    });
  if (!response.ok) {
    if (response.status === 401 && !path.startsWith("/session")) onSignedOut();
    throw await refusal(response);
  }
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/**
 * The only way to the server: JSON in, JSON out, an ApiError for everything else. What may be asked, what must be given and
 * what is answered follow from the address, as the server describes it.
 */
export const api = {
  get: <Path extends string>(path: Path, ...[signal]: Bare<"get", Path, [signal?: AbortSignal]>) => call<Answer<"get", Path>>("GET", path, undefined, signal),
  /** With a key, a repetition finds what the first one made. */
  post: <Path extends string>(path: Path, ...[body, key]: Given<"post", Path, [key?: string]>) => call<Answer<"post", Path>>("POST", path, body ?? {}, undefined, key),
  put: <Path extends string>(path: Path, ...[body]: Given<"put", Path>) => call<Answer<"put", Path>>("PUT", path, body ?? {}),
  patch: <Path extends string>(path: Path, ...[body]: Given<"patch", Path>) => call<Answer<"patch", Path>>("PATCH", path, body),
  delete: <Path extends string>(path: Path, ..._: Bare<"delete", Path>) => call<Answer<"delete", Path>>("DELETE", path),
  upload: <Path extends string>(path: Path, file: File, ..._: Bare<"post", Path>) => {
    const form = new FormData();
    form.append("file", file, file.name);
    return call<Answer<"post", Path>>("POST", path, form);
  },
};

/** What to tell the person, in their language; the server's own sentence where no text is written yet. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return t("errors.unexpected");
  const key = `errors.${error.code}`;
  if (hasText(key)) return t(key, error.params);
  return error.status >= 500 || error.status === 0 ? t("errors.unexpected") : error.message;
}
