import { useEffect, useState } from "react";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { Link, navigate } from "../shell/router";
import { useForm } from "../shell/useForm";
import { BackIcon, Button, Callout, Page, Section, SendIcon, toast } from "../ui";
import { AudienceStep } from "./AudienceStep";
import { addBroadcast } from "./broadcasts";
import { CheckStep } from "./CheckStep";
import { type Draft, emptyDraft, isDone, requestOf, type Step, steps } from "./draft";
import { MessageStep } from "./MessageStep";
import { ValuesStep } from "./ValuesStep";

/** A new broadcast in four steps: which template, what fills it, for whom; and a look at all of it before it leaves. */
export function NewBroadcast() {
  const [key] = useState(() => crypto.randomUUID());
  const channels = useStore(directory, (state) => state.channels);
  const able = Object.values(channels).filter((channel) => channel.capabilities.templates && channel.status !== "disabled");
  const [draft, setDraft] = useState<Draft>(() => emptyDraft(null));
  const [step, setStep] = useState<Step>("message");
  const [reached, setReached] = useState<number | null>(null);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const only = able.length === 1 ? able[0]!.id : null;
  useEffect(() => {
    if (only && !draft.channelId) change({ channelId: only });
  }, [only, draft.channelId]);

  const { isPending, error, submit } = useForm(async () => {
    const { id } = await addBroadcast(requestOf(draft), key);
    toast(t(draft.isLater ? "broadcasts.scheduled" : "broadcasts.begun", { name: draft.name.trim() }), { tone: "good" });
    navigate(`/broadcasts/${id}`);
  });
  const at = steps.indexOf(step);
  const canGoOn = isDone(step, draft, new Date());

  return (
    <>
      <Link href="/broadcasts" className="broadcasts-back"><BackIcon size={16} /> {t("broadcasts.all")}</Link>
      <Page title={t("broadcasts.new")}>
        <Steps draft={draft} at={at} onGo={setStep} />
        <form className="broadcast-form" onSubmit={(event) => (event.preventDefault(), step === "check" ? submit(event) : canGoOn && setStep(steps[at + 1]!))}>
          <Section title={t(`broadcasts.step.${step}`)} lead={t(`broadcasts.step.${step}.lead`)}>
            {step === "message" && <MessageStep draft={draft} channels={able} onChange={change} />}
            {step === "values" && <ValuesStep draft={draft} onChange={change} />}
            {step === "audience" && <AudienceStep draft={draft} onChange={change} />}
            {step === "check" && <CheckStep draft={draft} onChange={change} onCounted={setReached} />}
          </Section>
          {error && <Callout tone="bad">{error}</Callout>}
          <footer className="broadcast-foot">
            {at > 0 && <Button variant="ghost" onPress={() => setStep(steps[at - 1]!)}>{t("broadcasts.back")}</Button>}
            {step === "check"
              ? <Button type="submit" variant="primary" icon={SendIcon} isPending={isPending} isDisabled={!canGoOn || !reached}>{t(draft.isLater ? "broadcasts.schedule" : "broadcasts.send", { count: reached ?? 0 })}</Button>
              : <Button type="submit" variant="primary" isDisabled={!canGoOn}>{t("broadcasts.next")}</Button>}
          </footer>
        </form>
      </Page>
    </>
  );
}

/** Where one is; a step that can be reached is one press away. */
function Steps({ draft, at, onGo }: { draft: Draft; at: number; onGo: (step: Step) => void }) {
  const now = new Date();
  return (
    <ol className="broadcast-steps" aria-label={t("broadcasts.steps")}>
      {steps.map((step, index) => {
        const isOpen = index <= at || steps.slice(0, index).every((one) => isDone(one, draft, now));
        return (
          <li key={step} data-done={index < at || undefined}>
            <button type="button" disabled={!isOpen} aria-current={index === at ? "step" : undefined} aria-label={`${index + 1} ${t(`broadcasts.step.${step}`)}`} onClick={() => onGo(step)}><b>{index + 1}</b> <span>{t(`broadcasts.step.${step}`)}</span></button>
          </li>
        );
      })}
    </ol>
  );
}
