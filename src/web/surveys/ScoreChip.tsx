import { t } from "../i18n";
import "./score.css";

/** What a contact said of a conversation, from 1 to 5. */
export const ScoreChip = ({ score }: { score: number }) => <span className="score-chip" data-score={score} role="img" aria-label={t("conversations.score", { score })} title={t("conversations.score", { score })}>{score}</span>;
