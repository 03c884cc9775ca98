'use client';
import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

interface Tab {
  readonly value: string;
  readonly label: ReactNode;
  readonly panel: ReactNode;
}

interface TabsProps {
  /** What the tabs are of, for those who hear the page. */
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly start?: string;
}

/** Panels of which one is shown; arrow keys lead from tab to tab. */
export function Tabs({ label, tabs, start }: TabsProps) {
  return (
    <Base.Root defaultValue={start ?? tabs[0]?.value}>
      <Base.List aria-label={label} className="tabs-list">
        {tabs.map((tab) => (
          <Base.Tab key={tab.value} value={tab.value} className="tab">
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(({ value, panel }) => (
        <Base.Panel key={value} value={value} className="tab-panel">
          {panel}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
