// telegram-test-api: a Bot API server. telegram.mjs PORT
import api from "telegram-test-api";

const Server = api.default ?? api.TelegramServer ?? api;
await new Server({ port: Number(process.argv[2]), host: "127.0.0.1", storeTimeout: 600 }).start();
console.log("Listening");
