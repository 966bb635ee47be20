import { useState } from "react";
import type { Attachment, MessageView } from "../api/types";
import { t } from "../i18n";
import { fileSize } from "../i18n/format";
import { isOriginal } from "./bag";
import { AlertIcon, AudioIcon, FileIcon, ImageIcon, Spinner, VideoIcon } from "../ui";
import "./Attachments.css";

const icons = { image: ImageIcon, video: VideoIcon, audio: AudioIcon, document: FileIcon };

/** The files of a message: pictures to see, sounds and films to play, the rest as cards to download. */
export function Attachments({ of: message }: { of: MessageView }) {
  const attachments = message.attachments.filter((file) => !isOriginal(message, file.url));
  if (attachments.length === 0) return null;
  return (
    <div className="attachments" data-count={Math.min(attachments.length, 4)}>
      {attachments.map((one) => <One key={one.id} attachment={one} isSticker={message.kind === "sticker"} />)}
    </div>
  );
}

function One({ attachment, isSticker }: { attachment: Attachment; isSticker: boolean }) {
  const [isBroken, setBroken] = useState(false);
  const { kind, url, state, name } = attachment;
  if (state !== "ready" || !url || isBroken) return <Card attachment={attachment} />;
  if (kind === "image") {
    const seen = isSticker ? "sticker" : kind;
    return <a className="picture" data-kind={seen} href={url} target="_blank" rel="noreferrer"><img src={url} alt={name || t(`conversations.kind.${seen}`)} loading="lazy" onError={() => setBroken(true)} /></a>;
  }
  if (kind === "video") return <video className="film" src={url} controls preload="metadata" onError={() => setBroken(true)} />;
  if (kind === "audio") return <audio className="sound" src={url} controls preload="metadata" onError={() => setBroken(true)} />;
  return <Card attachment={attachment} />;
}

function Card({ attachment: { kind, name, size, url, state } }: { attachment: Attachment }) {
  const Drawn = state === "failed" ? AlertIcon : icons[kind];
  const words = (
    <>
      <span className="file-icon">{state === "fetching" ? <Spinner /> : <Drawn size={20} />}</span>
      <span className="file-words">
        <span className="truncate">{name || t(`conversations.kind.${kind}`)}</span>
        <span>{state === "ready" ? fileSize(size) : t(`conversations.attachment.${state}`)}</span>
      </span>
    </>
  );
  return state === "ready" && url ? <a className="file-card" href={url} download={name}>{words}</a> : <span className="file-card" data-state={state}>{words}</span>;
}
