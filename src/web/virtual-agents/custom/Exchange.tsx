import { t } from "../../i18n";

/** What was sent and what came back, word for word. */
export function Exchange({ request, answer }: { request: string; answer: string }) {
  return (
    <div className="agent-exchange">
      <Words title={t("agents.exchange.request")} text={request} />
      <Words title={t("agents.exchange.answer")} text={answer || t("agents.exchange.empty")} />
    </div>
  );
}

function Words({ title, text }: { title: string; text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre tabIndex={0} aria-label={title}>{text}</pre>
    </details>
  );
}
