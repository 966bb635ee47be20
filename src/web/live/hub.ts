import { type HubConnection, HubConnectionBuilder, HubConnectionState, LogLevel } from "@microsoft/signalr";
import { api } from "../api/client";
import type { LiveMessages, Viewer } from "../api/types";
import { feedPosition, pull, setLine, startAfresh, takeBatch } from "./feed";
import { contactTyping, presences, viewersOf } from "./presence";

const heartbeatMs = 10_000;
const answerWithinMs = 5_000;
let connection: HubConnection | null = null;
let watched: string | null = null;
let stopped = true;
let heartbeat: ReturnType<typeof setTimeout> | undefined;

/** Grows from half a second to 15 s; the random part keeps a hundred agents from coming back in one instant. */
const pauseBefore = (attempt: number) => Math.min(15_000, 500 * 2 ** attempt) * (0.6 + Math.random() * 0.8);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

globalThis.addEventListener?.("offline", () => setLine("offline"));
globalThis.addEventListener?.("online", () => void beat());
// A laptop that was asleep must not show an old morning as live.
globalThis.document?.addEventListener("visibilitychange", () => document.visibilityState === "visible" && void beat());

/** Opens the line and keeps it open until `closeLine`. */
export async function openLine() {
  if (!stopped) return;
  stopped = false;
  connection = new HubConnectionBuilder()
    .withUrl("/live")
    .withAutomaticReconnect({ nextRetryDelayInMilliseconds: ({ previousRetryCount }) => pauseBefore(previousRetryCount) })
    .configureLogging(LogLevel.None)
    .build();
  hear("events", (batch) => void takeBatch(batch).catch(() => setLine("offline")));
  hear("presence", presences);
  hear("viewers", viewersOf);
  hear("contactTyping", contactTyping);
  connection.onreconnecting(() => setLine("offline"));
  connection.onreconnected(() => void catchUp());
  // A right was withdrawn: whatever is on screen is asked for again; who is no longer known ends at the sign-in.
  hear("bye", () => startAfresh());
  connection.onclose(() => void start());
  await start();
}

const hear = <Name extends keyof LiveMessages>(name: Name, take: (message: LiveMessages[Name]) => void) => connection?.on(name, take);

async function start() {
  const mine = connection;
  for (let attempt = 0; !stopped && mine === connection; attempt++) {
    try {
      await mine!.start();
      return await catchUp();
    } catch {
      if (stopped || mine !== connection) return;
      setLine("offline");
      await askWhetherKnown();
      await pause(pauseBefore(attempt));
    }
  }
}

/** A refused line looks like a broken one; the API says which, and a 401 there leads to the sign-in. */
const askWhetherKnown = () => api.get("/members").catch(() => {});

async function catchUp() {
  setLine("catchingUp");
  scheduleBeat();
  try {
    await pull();
    setLine("live");
    if (watched) await watch(watched);
  } catch {
    setLine("offline");
  }
}

function scheduleBeat() {
  clearTimeout(heartbeat);
  heartbeat = setTimeout(() => void beat(), heartbeatMs);
}

/** A line that still looks open may be dead: ask, and believe only an answer. */
async function beat() {
  if (stopped) return;
  scheduleBeat();
  if (connection?.state !== HubConnectionState.Connected) return;
  try {
    const position = await Promise.race([
      connection.invoke<number>("Position"),
      pause(answerWithinMs).then(() => Promise.reject(new Error("no answer"))),
    ]);
    if (position > feedPosition()) await pull();
    setLine("live");
  } catch {
    setLine("offline");
  }
}

/** Tells the others which conversation is on our screen, and learns who else has it open. */
export async function watch(conversationId: string | null) {
  watched = conversationId;
  if (connection?.state !== HubConnectionState.Connected) return;
  const viewers = await connection.invoke<Viewer[] | null>("Watch", conversationId).catch(() => null);
  if (conversationId && watched === conversationId) viewersOf({ conversationId, viewers: viewers ?? [] });
}

export function typing(isTyping: boolean) {
  if (connection?.state === HubConnectionState.Connected) void connection.send("Typing", isTyping).catch(() => {});
}

export async function closeLine() {
  stopped = true;
  clearTimeout(heartbeat);
  const last = connection;
  connection = null;
  await last?.stop();
}
