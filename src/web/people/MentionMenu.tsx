import type { Member } from "../api/types";
import { insertText } from "../conversations/caret";
import { ComposerChoices } from "../conversations/ComposerChoices";
import type { ChoicesProps } from "../conversations/ComposerText";
import { t } from "../i18n";
import { useStore } from "../live/store";
import { directory } from "../shell/directory";
import { useSession } from "../shell/session";
import { Avatar } from "../ui";
import { mentionable } from "./mentions";

/** The colleagues one may call to a note, after an @. */
export default function MentionMenu({ conversationId, word, onClose, keys, area }: ChoicesProps) {
  const members = useStore(directory, (state) => state.members);
  const me = useSession().member.id;
  const insert = (member: Member) => {
    onClose();
    insertText(conversationId, `@${member.name} `, "@");
  };
  return (
    <ComposerChoices
      label={t("people.mention")} word={word} items={mentionable(Object.values(members), word, me)} idOf={(member) => member.id} onChoose={insert} onClose={onClose} keys={keys} area={area}
      draw={(member) => <><Avatar name={member.name} size={22} /><strong className="truncate">{member.name}</strong></>}
    />
  );
}
