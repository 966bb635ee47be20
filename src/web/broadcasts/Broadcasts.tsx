import { useLine } from "../administration/useLine";
import { t } from "../i18n";
import { match, usePath } from "../shell/router";
import { useMay } from "../shell/session";
import { EmptyState, LockIcon } from "../ui";
import { BroadcastList } from "./BroadcastList";
import { BroadcastPage } from "./BroadcastPage";
import "./broadcasts.css";
import { NewBroadcast } from "./NewBroadcast";

/** All broadcasts, a new one, or one of them. */
export default function Broadcasts() {
  const id = match("/broadcasts/:id", usePath())?.id;
  const may = useMay();
  useLine();
  if (!may("sendBroadcasts")) return <EmptyState icon={LockIcon} title={t("broadcasts.denied.title")} text={t("broadcasts.denied.text")} />;

  return <div className="broadcasts-scroll">{!id ? <BroadcastList /> : id === "new" ? <NewBroadcast /> : <BroadcastPage key={id} id={id} />}</div>;
}
