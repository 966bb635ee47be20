import type { ReactNode } from "react";
import type { MessageKind, MessageView } from "../api/types";
import { locale, t } from "../i18n";
import { CartIcon, PersonIcon, PinIcon } from "../ui";
import { bag, type Bag, text } from "./bag";
import { Hint } from "./MessageContent";
import { Words } from "./Words";

const bags = (value: unknown): Bag[] => (Array.isArray(value) ? value.map(bag) : []);

const drawings: Partial<Record<MessageKind, (message: MessageView) => ReactNode>> = {
  location: (message) => <Place extra={bag(message.extra)} label={message.text} />,
  contacts: (message) => <Cards extra={bag(message.extra)} fallback={message.text} />,
  order: (message) => <Order extra={bag(message.extra)} label={message.text} />,
};

/** What is more than words, and rare: a place, people, an order. */
export default function MessageCard({ message }: { message: MessageView }) {
  return <>{drawings[message.kind]?.(message)}</>;
}

function Place({ extra, label }: { extra: Bag; label: string | null }) {
  const at = `${text(extra.latitude)},${text(extra.longitude)}`;
  const [latitude, longitude] = at.split(",");
  return (
    <a className="content-card" target="_blank" rel="noopener noreferrer" href={`https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`}>
      <PinIcon size={20} />
      <span><strong>{text(extra.name) || t("conversations.kind.location")}</strong><span>{text(extra.address) || label || at}</span></span>
    </a>
  );
}

function Cards({ extra, fallback }: { extra: Bag; fallback: string | null }) {
  const people = bags(extra.contacts);
  if (people.length === 0) return <span>{fallback || t("conversations.kind.contacts")}</span>;
  return people.map((person, at) => {
    const name = text(person.name) || text(bag(person.name).formatted_name) || text(person.displayName);
    const ways = [...bags(person.phones).map((one) => text(one.phone)), ...bags(person.emails).map((one) => text(one.email)), text(person.phone), text(person.email)].filter(Boolean);
    return <span key={at} className="content-card"><PersonIcon size={20} /><span><strong>{name}</strong><span>{ways.join(" · ")}</span></span></span>;
  });
}

function Order({ extra, label }: { extra: Bag; label: string | null }) {
  const items = bags(extra.items ?? extra.product_items);
  return (
    <div className="content-order">
      <Hint icon={CartIcon} words={t("conversations.kind.order")} />
      <ul>
        {items.map((item, at) => {
          const price = Number(item.price ?? item.item_price ?? 0);
          const currency = text(item.currency);
          return <li key={at}><span>{text(item.quantity) || 1} × {text(item.name) || text(item.product_retailer_id) || text(item.id)}</span>{currency && <span>{price.toLocaleString(locale(), { style: "currency", currency })}</span>}</li>;
        })}
      </ul>
      {label && <Words text={label} />}
    </div>
  );
}
