import { hasText, t, type Params } from "../i18n";

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

const refusal = async (response: Response) => {
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

/** The only way to the server: JSON in, JSON out, an ApiError for everything else. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal) => call<T>("GET", path, undefined, signal),
  /** With a key, a repetition finds what the first one made. */
  post: <T = void>(path: string, body?: unknown, key?: string) => call<T>("POST", path, body ?? {}, undefined, key),
  put: <T = void>(path: string, body?: unknown) => call<T>("PUT", path, body ?? {}),
  patch: <T = void>(path: string, body: unknown) => call<T>("PATCH", path, body),
  delete: <T = void>(path: string) => call<T>("DELETE", path),
  upload: <T>(path: string, file: File) => {
    const form = new FormData();
    form.append("file", file, file.name);
    return call<T>("POST", path, form);
  },
};

/** What to tell the person, in their language; the server's own sentence where no text is written yet. */
export function errorText(error: unknown): string {
  if (!(error instanceof ApiError)) return t("errors.unexpected");
  const key = `errors.${error.code}`;
  if (hasText(key)) return t(key, error.params);
  return error.status >= 500 || error.status === 0 ? t("errors.unexpected") : error.message;
}
