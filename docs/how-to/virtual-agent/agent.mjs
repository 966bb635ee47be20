// A whole custom virtual agent, without dependencies: Node 20 or newer.
//
//   RELAIS_SECRET=…  the signing secret      RELAIS_TOKEN=…  the API token      RELAIS_API=…  the API address
//   PORT=8090 node agent.mjs
//
// It asks for an order number, looks the order up, and hands over to a person whenever it is at its wits' end.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const { RELAIS_SECRET: secret = "", RELAIS_TOKEN: token = "", RELAIS_API: api = "", PORT: port = "8090" } = process.env;

const tolerance = 5 * 60; // seconds
const answered = new Map(); // idempotency key → what we answered; a real program keeps this in its database

/** Whether Relais wrote it, lately: t and v1 of the header, HMAC-SHA256 over "t.body" on the bytes as they came. */
function isGenuine(header, body) {
  const parts = (header ?? "").split(",").map((part) => part.split("="));
  const time = parts.find(([name]) => name === "t")?.[1];
  if (!time || Math.abs(Date.now() / 1000 - Number(time)) > tolerance) return false;

  const expected = createHmac("sha256", secret).update(`${time}.`).update(body).digest();
  // Two v1 while a secret is being replaced: one that fits is enough.
  return parts.some(([name, value]) => name === "v1" && value?.length === 64 && timingSafeEqual(expected, Buffer.from(value, "hex")));
}

/** What is said and done about an event. */
function answerTo({ type, data }) {
  switch (type) {
    case "CONVERSATION_STARTED":
      return {}; // The contact's first message follows at once.
    case "CONVERSATION_DELEGATED":
      return { sendMessages: [{ text: "Je regarde cela. Quel est votre numéro de commande ?" }] };
    case "INBOUND_MESSAGE_RECEIVED":
      return answerToMessage(data);
    default:
      return {}; // Relais may learn new words before we do.
  }
}

function answerToMessage({ conversation, message, test }) {
  const order = /\b\d{4,}\b/.exec(message.text)?.[0];
  if (/humain|conseiller|human|agent/i.test(message.text))
    return { sendMessages: [{ text: "Je vous passe un conseiller." }], complete: "HANDOVER" };
  if (!order)
    return { sendMessages: [{ text: "Bonjour ! Quel est votre numéro de commande ?", choices: ["Parler à un conseiller"] }] };

  // Looking up takes a while: we answer now, and bring the result by the API when we have it.
  if (!test) void bringOrder(conversation.id, order);
  return { indicateTyping: true, sendMessages: [{ text: `Je cherche la commande ${order}.` }], applyTopics: ["Livraison"] };
}

async function bringOrder(conversationId, order) {
  const status = await lookUp(order);
  const done = await act(conversationId, `order-${order}`, {
    sendMessages: [{ text: `Votre commande ${order} arrive ${status}.` }],
    applyConversationNotes: [`Commande ${order} : ${status}.`],
  });
  if (!done) console.log(`A person has taken over ${conversationId}; nothing more to do.`);
}

const lookUp = async (order) => (Number(order) % 2 === 0 ? "demain" : "vendredi");

/** False when the conversation is no longer ours: a person has taken over, or it is over. */
async function act(conversationId, key, actions) {
  for (let attempt = 1; ; attempt++) {
    const response = await fetch(`${api}/conversations/${conversationId}/actions`, {
      method: "POST",
      headers: { "Content-Type": "application/json", Authorization: `Bearer ${token}`, "Idempotency-Key": key },
      body: JSON.stringify(actions),
    });
    if (response.ok) return true;
    if (response.status === 404) return false;
    if (attempt === 5 || (response.status < 500 && response.status !== 429)) throw new Error(`Relais answered ${response.status}: ${await response.text()}`);
    await new Promise((resolve) => setTimeout(resolve, attempt * 1000)); // The key makes a repetition harmless.
  }
}

createServer(async (request, response) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const body = Buffer.concat(chunks);
  if (request.method !== "POST" || !isGenuine(request.headers["x-relais-signature"], body)) {
    response.writeHead(401).end();
    return;
  }

  const event = JSON.parse(body);
  const answer = answered.get(event.idempotencyKey) ?? answerTo(event);
  answered.set(event.idempotencyKey, answer);
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(answer));
}).listen(Number(port), "127.0.0.1", () => console.log(`Listening on ${port}`));
