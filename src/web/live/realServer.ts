import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = new URL("../../../artifacts/relais/Relais.Server.dll", import.meta.url).pathname;
const startsWithinMs = 60_000;

const freePort = () => new Promise<number>((resolve) => {
  const listener = createServer().listen(0, "127.0.0.1", () => {
    const { port } = listener.address() as { port: number };
    listener.close(() => resolve(port));
  });
});

/** Without it (`bin/build` makes it, `bin/test` asks for it) a test of the real server is skipped, and said to be. */
export const isBuilt = existsSync(program);

/** The real program on a folder of its own, and `fetch` as a browser on its site would have it: for tests. */
export async function startServer() {
  const folder = mkdtempSync(join(tmpdir(), "relais-web."));
  const site = `http://127.0.0.1:${await freePort()}`;
  const process = spawn("dotnet", [program, "--data", folder, "--urls", site], { stdio: "ignore", env: { ...globalThis.process.env, RELAIS_ALLOW_PRIVATE_HOSTS: "true" } });
  const plain = globalThis.fetch;
  for (const begin = Date.now(); !(await plain(`${site}/health/ready`).then((answer) => answer.ok, () => false));) {
    if (Date.now() - begin > startsWithinMs) throw new Error("The real server was not ready in a minute.");
    await new Promise((resolve) => setTimeout(resolve, 50));
  }

  let cookie = "";
  let underWay = 0;
  let answers: Map<string, Promise<Response>> | null = null;
  const ask = async (path: string, init?: RequestInit) => {
    const answer = await plain(`${site}${path}`, { ...init, headers: { ...init?.headers, Cookie: cookie } });
    cookie = answer.headers.getSetCookie().map((line) => line.split(";")[0]!).find((pair) => pair.startsWith("relais=")) ?? cookie;
    return answer;
  };
  const askOnce = async (path: string, init?: RequestInit) => {
    if (!answers!.has(path)) answers!.set(path, ask(path, init));
    return (await answers!.get(path)!).clone();
  };
  globalThis.fetch = async (path, init) => {
    underWay++;
    try {
      return await (answers && (init?.method ?? "GET") === "GET" ? askOnce : ask)(String(path), init);
    } finally {
      setTimeout(() => underWay--);
    }
  };

  return {
    /** Somebody else's browser: an invitation is taken up in it. */
    accept: (token: string, password: string) => plain(`${site}/api/v1/links/${token}`, { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ password }) }),
    /** WhatsApp delivers what a customer did. */
    async deliver(channelId: string, secret: string, body: object) {
      const text = JSON.stringify(body);
      const answer = await plain(`${site}/channels/whatsapp/${channelId}`, { method: "POST", body: text, headers: { "Content-Type": "application/json", "X-Hub-Signature-256": `sha256=${createHmac("sha256", secret).update(text).digest("hex")}` } });
      if (!answer.ok) throw new Error(`WhatsApp's delivery was answered with ${answer.status}.`);
    },
    /** Nothing changes any more: what has been answered once is answered the same. */
    rest: () => void (answers = new Map()),
    /** Until the app waits for no answer. */
    async settled() {
      for (let calm = 0; calm < 3; calm = underWay === 0 ? calm + 1 : 0) await new Promise((resolve) => setTimeout(resolve, 10));
    },
    stop() {
      globalThis.fetch = plain;
      process.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
