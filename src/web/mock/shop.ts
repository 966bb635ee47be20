import type { Attachment } from "../api/types.ts";
import { Story } from "./story.ts";

const minute = 60_000;
const svg = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="#d9c9b4"/><circle cx="320" cy="210" r="120" fill="#f6efe4"/><circle cx="365" cy="180" r="120" fill="#d9c9b4"/></svg>')}`;

/** A morning at Maison Lune: every kind of message, every state, enough rows to scroll. */
export function shop(): Story {
  let clock = Date.now() - 26 * 60 * minute;
  const story = new Story(() => clock);
  const wait = (minutes: number) => void (clock += minutes * minute);

  const zoe = story.receive("ch-wa", "Zoé Lambert", "Bonjour, ma lampe est arrivée avec un éclat sur le socle 😕");
  wait(2);
  const first = story.answer(zoe.row.id, "ana", "Bonjour Zoé, j’en suis désolée. Pouvez-vous m’envoyer une photo du socle ?");
  story.deliver(first.id, "read");
  wait(4);
  story.receive("ch-wa", "Zoé Lambert", "", { kind: "image", attachments: [{ id: "a1", kind: "image", name: "socle.svg", contentType: "image/svg+xml", size: 183_000, url: svg, state: "ready" }] });
  wait(3);
  story.note(zoe.row.id, "chloe", "Lot 2291 : on a eu trois retours cette semaine. Remplacement direct, sans demander le renvoi.");
  wait(1);
  story.deliver(story.answer(zoe.row.id, "ana", "Merci ! Je vous renvoie une lampe neuve dès aujourd’hui, inutile de nous retourner la première.").id, "read");
  wait(6);
  story.receive("ch-wa", "Zoé Lambert", "Parfait, merci beaucoup 🙏");
  wait(2);
  story.enterState(zoe.row.id, "ana", "resolved", "conversationResolved");
  wait(60 * 20);

  ["Noor Haddad", "Émile Garnier", "Sofia Conti", "Idris Benali", "Maya Okafor", "Louis Perrin", "Hana Suzuki", "Tom Berger", "Inès Robert", "Paul Nguyen", "Clara Weiss", "Adèle Fontaine"].forEach((name, at) => {
    const kept = story.receive(["ch-web", "ch-wa", "ch-shop"][at % 3]!, name, ["Vous livrez en Belgique ?", "Ma commande 4471 n’est toujours pas arrivée, pouvez-vous vérifier ?", "Est-ce que le plaid existe en gris clair ?", "Je voudrais changer l’adresse de livraison avant l’expédition, c’est possible ?"][at % 4]!);
    if (at % 4 === 1) story.assign(kept.row.id, "chloe", at % 8 === 1 ? "ana" : "bruno");
    if (at % 4 === 3) story.answer(kept.row.id, at % 8 === 3 ? "ana" : "bruno", "Bien sûr, je regarde et je reviens vers vous dans l’heure.");
    wait(13);
  });

  const yann = story.receive("ch-web", "Yann Le Goff", "Bonjour ! Où en est mon colis 4518 ?");
  wait(2);
  story.receive("ch-web", "Yann Le Goff", "", { kind: "document", attachments: [{ id: "a2", kind: "document", name: "facture-4518.pdf", contentType: "application/pdf", size: 84_200, url: "#", state: "ready" }, { id: "a3", kind: "document", name: "bon-de-livraison.pdf", contentType: "application/pdf", size: 1_240_000, url: null, state: "fetching" }] });
  wait(1);
  story.receive("ch-web", "Yann Le Goff", "", { kind: "location", extra: { latitude: 48.3904, longitude: -4.4861, name: "Maison", address: "12 rue de Siam, Brest" } });
  wait(1);
  const failed = story.answer(yann.row.id, "ana", "Bonjour Yann, votre colis est parti hier soir : https://suivi.example/4518");
  story.deliver(failed.id, "failed", "131026", "Message undeliverable");
  story.receive("ch-web", "Yann Le Goff", "", { kind: "unsupported", extra: { type: "poll" } });
  wait(1);
  const letter = { type: "mail", subject: "Re: Ma commande 4711", from: { name: "Léa Moreau", address: "lea@exemple.example" }, cc: [{ name: "Yann Le Goff", address: "yann@exemple.example" }], original: "mail" };
  const original: Attachment = { id: "a4", kind: "document", name: "message.eml", contentType: "message/rfc822", size: 8_400, url: "/api/v1/attachments/mail", state: "ready" };
  const lea = story.receive("ch-mail", "Léa Moreau", "Bonjour,\n\nma commande est arrivée, mais il manque la lampe. Pouvez-vous me l’envoyer avant samedi ?", { extra: { ...letter, quoted: "Le lun. 23 nov. 2026 à 10:12, Maison Lune <contact@maison-lune.example> a écrit :\n> Votre commande est partie.\n> Ana", signature: "Léa Moreau\n12 rue de Siam, Brest" }, attachments: [{ id: "a5", kind: "document", name: "bon-de-livraison.pdf", contentType: "application/pdf", size: 84_200, url: "#", state: "ready" }, original] });
  wait(1);
  story.answer(lea.row.id, "ana", "Bonjour Léa, elle part aujourd’hui.");
  wait(1);
  story.receive("ch-mail", "Léa Moreau", "Je confirme, il faut aussi l’abat-jour.", { extra: { ...letter, participant: { name: "Yann Le Goff", id: "yann@exemple.example" }, proven: false }, attachments: [original] });
  wait(1);
  story.receive("ch-wa", "Zoé Lambert", "Rebonjour, la nouvelle lampe est là, elle est superbe ✨ Une question : quelle ampoule conseillez-vous ?");
  clock = Date.now();
  story.now = Date.now;
  return story;
}
