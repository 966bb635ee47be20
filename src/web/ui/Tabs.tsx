import type { ReactNode } from "react";
import { Tab, TabList, TabPanel, Tabs as AriaTabs } from "react-aria-components/Tabs";
import "./Tabs.css";

export interface TabPage<Id extends string> {
  id: Id;
  title: ReactNode;
  content: ReactNode;
}

interface TabsProps<Id extends string> {
  label: string;
  pages: readonly TabPage<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
}

/** Pages of one thing, one shown at a time. */
export function Tabs<Id extends string>({ label, pages, selected, onSelect }: TabsProps<Id>) {
  return (
    <AriaTabs className="tabs" selectedKey={selected} onSelectionChange={(key) => onSelect(key as Id)}>
      <TabList className="tab-list" aria-label={label}>
        {pages.map((page) => <Tab key={page.id} id={page.id} className="tab">{page.title}</Tab>)}
      </TabList>
      {pages.map((page) => <TabPanel key={page.id} id={page.id} className="tab-panel">{page.content}</TabPanel>)}
    </AriaTabs>
  );
}
