// grammY: a client of the Bot API, here of our simulator. grammy.mjs API_ROOT TOKEN CHAT
// Answers the first text it hears, sends a picture, an album and a typing mark, fetches a file, then says what it was told.
import { Bot, GrammyError, InputFile } from "grammy";

const [apiRoot, token, chat] = process.argv.slice(2);
const bot = new Bot(token, { client: { apiRoot } });
const me = await bot.api.getMe();
const heard = await new Promise((done, failed) => {
  bot.on("message:text", async (ctx) => {
    const answer = await ctx.reply(`Écho : ${ctx.message.text}`, { reply_parameters: { message_id: ctx.message.message_id } });
    done({ from: ctx.from.first_name, text: ctx.message.text, answer: answer.message_id });
    await bot.stop();
  });
  bot.start({ allowed_updates: ["message"], timeout: 5 }).catch(failed);
});
const picture = new InputFile(new TextEncoder().encode("the picture"), "a.jpg");
const photo = await bot.api.sendPhoto(chat, picture, { caption: "Voilà" });
const album = await bot.api.sendMediaGroup(chat, ["b", "c"].map((name) => ({ type: "photo", media: new InputFile(new TextEncoder().encode(name), `${name}.jpg`) })));
await bot.api.sendChatAction(chat, "typing");
const file = await bot.api.getFile(photo.photo.at(-1).file_id);
const bytes = await (await fetch(`${apiRoot}/file/bot${token}/${file.file_path}`)).text();
const refused = await bot.api.sendMessage("1", "Personne ?").catch((error) => (error instanceof GrammyError ? error.error_code : String(error)));
console.log(JSON.stringify({ username: me.username, ...heard, photo: photo.message_id, album: album.length, bytes, refused }));
