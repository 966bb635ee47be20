import { useEffect, useState } from "react";
import { errorText } from "../api/client";
import type { ContactView, FoundContact, MergePreview } from "../api/types";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useForm } from "../shell/useForm";
import { Avatar, Button, Callout, Dialog, SearchField, Skeleton, toast } from "../ui";
import { findContacts, mergeContacts, previewMerge } from "./merging";
import { MergeResult } from "./MergeResult";
import "./MergeDialog.css";

const patience = 200;

/** Finds the other contact, shows what the two would be as one, and makes them one. */
export default function MergeDialog({ contact, onClose }: { contact: ContactView; onClose: () => void }) {
  const [words, setWords] = useState("");
  const [found, setFound] = useState<FoundContact[] | null>(null);
  const [picked, setPicked] = useState<FoundContact | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const preview = usePreview(contact.id, picked?.id ?? null, setProblem);
  useSearch(words, contact.id, setFound, setProblem);
  const { isPending, error, submit } = useForm(async () => {
    const merged = await mergeContacts(contact.id, picked!.id);
    toast(t("contacts.merge.done", { name: merged.name }), { tone: "good" });
    onClose();
  });

  return (
    <Dialog isOpen onClose={onClose} title={t("contacts.merge.title")} lead={t("contacts.merge.lead", { name: contact.name })} actions={<>
      <Button variant="ghost" onPress={onClose}>{t("ui.cancel")}</Button>
      <Button variant="primary" isDisabled={!preview} isPending={isPending} onPress={() => submit()}>{t("contacts.merge.action")}</Button>
    </>}>
      <div className="merge">
        {(error ?? problem) && <Callout tone="bad">{error ?? problem}</Callout>}
        <SearchField label={t("contacts.merge.search")} value={words} onChange={(next) => (setWords(next), setPicked(null), setProblem(null))} autoFocus />
        {picked ? <Found one={picked} isPicked onPick={() => setPicked(null)} /> : <Results words={words} found={found} onPick={setPicked} />}
        {picked && (preview ? <MergeResult preview={preview} /> : <Skeleton width={220} />)}
      </div>
    </Dialog>
  );
}

function Results({ words, found, onPick }: { words: string; found: FoundContact[] | null; onPick: (one: FoundContact) => void }) {
  if (!words.trim()) return <p className="merge-hint">{t("contacts.merge.begin")}</p>;
  if (!found) return <Skeleton width={220} />;
  if (found.length === 0) return <p className="merge-hint">{t("contacts.merge.none")}</p>;
  return <ul className="merge-found">{found.map((one) => <li key={one.id}><Found one={one} onPick={() => onPick(one)} /></li>)}</ul>;
}

function Found({ one, isPicked, onPick }: { one: FoundContact; isPicked?: boolean; onPick: () => void }) {
  const channels = useStore(directory, (state) => state.channels);
  const where = one.channelIds.map((id) => channels[id]?.name).filter(Boolean).join(", ");
  return (
    <button type="button" className="merge-one" aria-pressed={isPicked ?? false} onClick={onPick}>
      <Avatar name={one.name} url={one.avatarUrl} size={32} />
      <span>
        <strong className="truncate">{one.name}</strong>
        <small className="truncate">{[one.phone, one.email, where].filter(Boolean).join(" · ")}</small>
      </span>
    </button>
  );
}

/** Waits until the typing stops; an answer that comes too late is nobody's. */
function useSearch(words: string, self: string, onFound: (found: FoundContact[] | null) => void, onProblem: (text: string) => void) {
  useEffect(() => {
    onFound(null);
    if (!words.trim()) return;
    let isWanted = true;
    const timer = setTimeout(() => void findContacts(words.trim()).then(
      (found) => isWanted && onFound(found.filter((one) => one.id !== self)),
      (error: unknown) => isWanted && onProblem(errorText(error)),
    ), patience);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [words, self, onFound, onProblem]);
}

function usePreview(id: string, other: string | null, onProblem: (text: string) => void) {
  const [preview, setPreview] = useState<MergePreview | null>(null);
  useEffect(() => {
    setPreview(null);
    if (!other) return;
    let isWanted = true;
    void previewMerge(id, other).then((next) => isWanted && setPreview(next), (error: unknown) => isWanted && onProblem(errorText(error)));
    return () => void (isWanted = false);
  }, [id, other, onProblem]);
  return preview;
}
