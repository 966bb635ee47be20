import { useEffect, useState } from "react";
import type { ChannelDetail, ChannelKind } from "../api/types";
import { attributes, fetchAttributes } from "../contacts/attributes";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { Link } from "../shell/router";
import { useForm } from "../shell/useForm";
import { Button, Callout, PlusIcon, Section, Switch, TextField, toast } from "../ui";
import { changeChannel, kindText } from "./kinds";
import "./preChat.css";
import { formOf, mostQuestions, nextQuestion, type PreChatForm, storedOf } from "./preChatForm";
import { PreChatPreview } from "./PreChatPreview";
import { Questions } from "./Questions";

interface PreChatProps { channel: ChannelDetail; kind: ChannelKind; onSaved: (channel: ChannelDetail) => void }

/** What visitors are asked before their first message, on channels that can ask. */
export function PreChat({ channel, kind, onSaved }: PreChatProps) {
  const field = kind.fields.find((one) => one.type === "preChat");
  return field ? <Editor channel={channel} kind={kind} onSaved={onSaved} setting={field.key} /> : null;
}

function Editor({ channel, kind, onSaved, setting }: PreChatProps & { setting: string }) {
  const items = useStore(attributes, (state) => state.items) ?? [];
  const [form, setForm] = useState(() => formOf(channel.settings[setting]));
  const set = (change: Partial<PreChatForm>) => setForm((before) => ({ ...before, ...change }));
  useEffect(() => void fetchAttributes(), []);
  const { isPending, error, submit } = useForm(async () => {
    const saved = await changeChannel(channel.id, { settings: { [setting]: storedOf(form) } });
    onSaved(saved);
    setForm(formOf(saved.settings[setting]));
    toast(t("channels.preChat.saved"), { tone: "good" });
  });
  const next = nextQuestion(form, items);

  return (
    <Section title={kindText(kind, `field.${setting}`)} lead={kindText(kind, `field.${setting}.hint`)}>
      <form className="form-stack" onSubmit={submit}>
        <Switch label={t("channels.preChat.enabled")} isOn={form.enabled} onChange={(enabled) => set({ enabled, questions: enabled && form.questions.length === 0 && next ? [next] : form.questions })} />
        <div className="pre-chat">
          <div className="form-stack">
            <TextField label={t("channels.preChat.intro")} hint={t("channels.preChat.intro.hint")} placeholder={t("channels.preChat.intro.example")} value={form.intro} onChange={(intro) => set({ intro })} multiline rows={3} maxLength={600} />
            <Questions items={items} questions={form.questions} onChange={(questions) => set({ questions })} />
            <div className="pre-chat-add">
              <Button icon={PlusIcon} isDisabled={!next || form.questions.length >= mostQuestions} onPress={() => next && set({ questions: [...form.questions, next] })}>{t("channels.preChat.add")}</Button>
              <p className="field-hint">{t("channels.preChat.add.hint")} <Link href="/settings/workspace/contact-attributes">{t("channels.preChat.attributes")}</Link></p>
            </div>
          </div>
          <PreChatPreview form={form} settings={channel.settings} />
        </div>
        {error && <Callout tone="bad">{error}</Callout>}
        <div><Button type="submit" variant="primary" isPending={isPending}>{t("channels.save")}</Button></div>
      </form>
    </Section>
  );
}
