import { useEffect, useState } from "react";
import { api, errorText } from "../api/client";
import type { RemoveAssignment } from "../api/types";
import { t } from "../i18n";
import { Page, Section, Table, toast } from "../ui";
import { RadioCards } from "../ui/RadioCards";

const options: readonly RemoveAssignment[] = ["never", "offline", "awayOrOffline"];
const places = ["new", "pending", "answer", "boomerang", "reserved"] as const;

/** When conversations leave an agent who is not there, and what happens to each of them then. */
export default function RemoveAssignmentPage() {
  const [option, setOption] = useState<RemoveAssignment | null>(null);
  useEffect(() => void api.get("/remove-assignment").then((kept) => setOption(kept.option)).catch(complain), []);

  const choose = async (next: RemoveAssignment) => {
    setOption(next);
    try {
      await api.put("/remove-assignment", { option: next });
      toast(t("assignment.remove.saved"), { tone: "good" });
    } catch (error) {
      setOption(option);
      complain(error);
    }
  };

  return (
    <Page title={t("assignment.remove.title")} lead={t("assignment.remove.lead")}>
      <RadioCards
        label={t("assignment.remove.choose")} value={option} onChange={(next) => void choose(next)} isDisabled={option === null}
        choices={options.map((id) => ({ id, title: t(`assignment.remove.${id}`), text: t(`assignment.remove.${id}.about`) }))}
      />
      {option && (
        <Section title={t("assignment.remove.what")}>
          {option === "never" ? <p>{t("assignment.remove.nothing")}</p> : (
            <Table
              label={t("assignment.remove.what")} rows={places} rowId={(place) => place}
              columns={[
                { id: "where", title: t("assignment.remove.where"), cell: (place) => <strong className="remove-where">{t(`assignment.remove.${place}`)}</strong> },
                { id: "then", title: t("assignment.remove.then"), cell: (place) => t(`assignment.remove.${place}.then`) },
              ]}
            />
          )}
        </Section>
      )}
    </Page>
  );
}

const complain = (error: unknown) => toast(errorText(error), { tone: "bad" });
