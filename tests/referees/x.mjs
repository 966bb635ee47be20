// Three programs: oauth-1.0a, which signs, X's own SDK, and X's own library of texts.
// x.mjs sign METHOD URL KEY SECRET TOKEN TOKENSECRET NONCE TIMESTAMP: the signature it makes.
// x.mjs client URL KEY SECRET TOKEN TOKENSECRET USER: what the SDK makes of a server.
// x.mjs lengths '["…", …]': how long these posts are.
import { createHmac } from "node:crypto";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const OAuth = require("oauth-1.0a");
const { Client, OAuth1 } = require("@xdevplatform/xdk");
const { parseTweet } = require("twitter-text");

const [what, ...given] = process.argv.slice(2);
const asked = { sign, client, lengths };
console.log(JSON.stringify(await asked[what](...given)));

function sign(method, url, key, secret, token, tokenSecret, nonce, timestamp) {
  const oauth = new OAuth({
    consumer: { key, secret },
    signature_method: "HMAC-SHA1",
    hash_function: (text, by) => createHmac("sha1", by).update(text).digest("base64"),
  });
  oauth.getNonce = () => nonce;
  oauth.getTimeStamp = () => timestamp;
  return oauth.authorize({ url, method }, { key: token, secret: tokenSecret }).oauth_signature;
}

async function client(baseUrl, apiKey, apiSecret, accessToken, accessTokenSecret, user) {
  const x = new Client({ baseUrl, oauth1: new OAuth1({ apiKey, apiSecret, accessToken, accessTokenSecret, callback: "oob" }), retry: false, maxRetries: 0 });
  const me = await x.users.getMe();
  const begun = await x.media.initializeUpload({ mediaType: "image/png", totalBytes: 3, mediaCategory: "dm_image" });
  await x.media.appendUpload(begun.data.id, { segmentIndex: 0, media: Buffer.from("abc").toString("base64") });
  await x.media.finalizeUpload(begun.data.id);
  const sent = await x.directMessages.createByParticipantId(user, { text: "Écho", attachments: [{ mediaId: begun.data.id }] });
  const refused = await x.directMessages.createByParticipantId("404", { text: "Qui ?" }).catch((refusal) => refusal.status);
  return { name: me.data.username, sent: typeof (sent.data.dmEventId ?? sent.data.dm_event_id), refused };
}

function lengths(texts) {
  return JSON.parse(texts).map((text) => parseTweet(text).weightedLength);
}
