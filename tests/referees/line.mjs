// LINE's own SDK, asked in three ways.
// line.mjs signed SECRET '[{"body": "…", "signature": "…"}, …]': which of them its check takes.
// line.mjs types '{"webhook.CallbackRequest": [ … ], "messagingApi.PushMessageRequest": [ … ]}': what its types have against them.
// line.mjs client URL TOKEN USER MESSAGE: what its client makes of a server.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { messagingApi, validateSignature } from "@line/bot-sdk";

const here = dirname(fileURLToPath(import.meta.url));
const [what, ...given] = process.argv.slice(2);
const asked = { signed, types, client };
console.log(JSON.stringify(await asked[what](...given)));

function signed(secret, calls) {
  return JSON.parse(calls).map(({ body, signature }) => validateSignature(body, secret, signature));
}

function types(values) {
  const lines = Object.entries(JSON.parse(values)).flatMap(([type, all]) => all.map((value, at) => `export const v${type.replace(".", "_")}${at}: ${type} = ${JSON.stringify(value)};`));
  const folder = mkdtempSync(join(here, "node_modules", ".line-"));
  try {
    writeFileSync(join(folder, "check.ts"), `import type { messagingApi, webhook } from "@line/bot-sdk";\n${lines.join("\n")}\n`);
    const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin", "tsc");
    execFileSync(process.execPath, [tsc, "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2022", "--types", "", join(folder, "check.ts")], { encoding: "utf8" });
    return "";
  } catch (refusal) {
    return refusal.stdout || String(refusal);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function client(url, token, user, message) {
  const line = new messagingApi.MessagingApiClient({ channelAccessToken: token, baseURL: url });
  const files = new messagingApi.MessagingApiBlobClient({ channelAccessToken: token, baseURL: url });
  const push = () => line.pushMessage({ to: user, messages: [{ type: "text", text: "Écho" }] }, "123e4567-e89b-12d3-a456-426614174000");
  const first = await push();
  const again = await push().catch((refusal) => ({ status: refusal.status, accepted: refusal.headers.get("x-line-accepted-request-id") !== null, ...JSON.parse(refusal.body) }));
  const content = await (await files.getMessageContentWithHttpInfo(message)).body;
  const chunks = [];
  for await (const chunk of content) chunks.push(chunk);
  return {
    bot: (await line.getBotInfo()).displayName,
    name: (await line.getProfile(user)).displayName,
    bytes: Buffer.concat(chunks).toString(),
    id: first.sentMessages[0].id,
    again: again.status,
    accepted: again.accepted && again.sentMessages[0].id === first.sentMessages[0].id,
  };
}
