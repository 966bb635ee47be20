// Viber's own library for bots, asked in three ways.
// viber.mjs signed TOKEN '[{"body": "…", "signature": "…"}, …]': which of them its check takes.
// viber.mjs read '["…", …]': what it makes of calls that bring messages; null where it knows no such message.
// viber.mjs client URL TOKEN USER DOOR: what its client makes of a server.
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Message, UserProfile } = require("viber-bot");
const Validator = require("viber-bot/lib/message/message-validator.js");
const Factory = require("viber-bot/lib/message/message-factory.js");
const Client = require("viber-bot/lib/viber-client.js");
const BigJson = require("json-bigint")({ storeAsString: true });

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const [what, ...given] = process.argv.slice(2);
const asked = { signed, read, client };
console.log(JSON.stringify(await asked[what](...given)));

function signed(token, calls) {
  const validator = new Validator(silent, token);
  return JSON.parse(calls).map(({ body, signature }) => validator.validateMessage(signature, body));
}

function read(calls) {
  const factory = new Factory(silent);
  return JSON.parse(calls).map((call) => {
    const told = BigJson.parse(call);
    const message = factory.createMessageFromJson(told);
    return message ? { type: message.constructor.name, token: String(message.token), at: Number(message.timestamp), person: UserProfile.fromJson(told.sender), says: message.toJson() } : null;
  });
}

async function client(url, token, user, door) {
  const bot = { authToken: token, name: "Maison Lune", avatar: null };
  const viber = new Client(silent, bot, `${url}/pa`, ["delivered", "seen", "failed"]);
  const send = (message, to = user) => viber.sendMessage(to, message.toJson().type, message.toJson());
  const webhook = await viber.setWebhook(door);
  const taken = await send(new Message.Text("Écho"));
  const refused = await send(new Message.Text("Qui ?"), "nobody").catch((refusal) => refusal);
  return { bot: (await viber.getAccountInfo()).name, webhook: webhook.status, taken: taken.status, refused: refused.status, words: refused.status_message };
}
