import { api } from "../api/client";
import { createStore } from "../live/store";
import { navigate } from "../shell/router";

export type PushState = "unknown" | "impossible" | "denied" | "off" | "on";

/** Whether this browser is told while Relais is closed. */
export const push = createStore<{ state: PushState }>({ state: "unknown" });

const isPossible = () => isSecureContext && "serviceWorker" in navigator && "PushManager" in globalThis && "Notification" in globalThis;
const base64 = (bytes: ArrayBuffer | null) => btoa(String.fromCharCode(...new Uint8Array(bytes ?? new ArrayBuffer(0)))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const subscription = async () => (await navigator.serviceWorker.getRegistration())?.pushManager.getSubscription() ?? null;

const tell = (one: PushSubscription) => api.put("/session/push", { endpoint: one.endpoint, key: base64(one.getKey("p256dh")), secret: base64(one.getKey("auth")) });

/** At the start: a browser that is subscribed belongs to whoever has signed in here now. */
export async function findPush() {
  if (!isPossible()) return push.set({ state: "impossible" });
  navigator.serviceWorker.addEventListener("message", ({ data }: MessageEvent<{ open?: string }>) => data.open && navigate(data.open));
  const one = Notification.permission === "granted" ? await subscription() : null;
  if (one) await tell(one);
  push.set({ state: Notification.permission === "denied" ? "denied" : one ? "on" : "off" });
}

export async function turnOn() {
  if ((await Notification.requestPermission()) !== "granted") return push.set({ state: Notification.permission === "denied" ? "denied" : "off" });
  const { publicKey } = await api.get("/session/push");
  await navigator.serviceWorker.register("/sw.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  // Subscribed with keys this installation no longer has, it would hear nothing.
  const before = await pushManager.getSubscription();
  if (before && base64(before.options.applicationServerKey) !== publicKey) await before.unsubscribe();
  await tell(await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey }));
  push.set({ state: "on" });
}

export async function turnOff() {
  await api.delete("/session/push");
  await (await subscription())?.unsubscribe();
  push.set({ state: "off" });
}
