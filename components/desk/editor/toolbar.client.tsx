'use client';
import { Toolbar as Base } from '@base-ui/react/toolbar';
import { type Editor, useEditorState } from '@tiptap/react';
import { Menu, MenuItem, MenuRule } from '#components/ui/menu.client.tsx';
import { say } from '#lib/desk-words.ts';
import { shownKeys } from './shown-keys.ts';
import { ToolIcon, type ToolName } from './tool-icon.tsx';
import { type TableToolName, type Tool, tableTools, tools } from './tools.ts';

interface ToolbarProps {
  readonly editor: Editor;
  readonly onLink: () => void;
  readonly onEmbed: () => void;
  readonly onPicture: () => void;
}

/** What can be done with the words. One stop for the Tab key; arrows lead from tool to tool, Escape back to the words. */
export function Toolbar({ editor, onLink, onEmbed, onPicture }: ToolbarProps) {
  const on = useEditorState({ editor, selector: ({ editor: now }) => stateOf(now) });
  return (
    <Base.Root
      className="tools"
      aria-label={say('editor.tools')}
      aria-controls="story-words"
      onKeyDown={(event) => event.key === 'Escape' && editor.commands.focus()}
    >
      {tools.map((group, index) => (
        <Base.Group key={group[0]?.name} className="tools-group">
          {group.map((tool) => (
            <ToolButton
              key={tool.name}
              name={tool.name}
              keys={tool.keys}
              pressed={tool.isOn && on.has(tool.name)}
              disabled={!on.has(`can ${tool.name}`)}
              onPress={() => tool.run(editor.chain().focus()).run()}
            />
          ))}
          {index === linksAfter && <ToolButton name="link" keys="Mod K" pressed={on.has('link')} onPress={onLink} />}
          {index === picturesAfter && <ToolButton name="picture" onPress={onPicture} />}
          {index === picturesAfter && <ToolButton name="embed" onPress={onEmbed} />}
        </Base.Group>
      ))}
      {on.has('table') && <TableMenu editor={editor} />}
    </Base.Root>
  );
}

/** After which group of tools these stand. */
const linksAfter = 2;
const picturesAfter = 3;

interface ToolButtonProps {
  readonly name: ToolName;
  readonly keys?: string | undefined;
  readonly pressed?: boolean | undefined;
  readonly disabled?: boolean;
  readonly onPress: () => void;
}

function ToolButton({ name, keys, pressed, disabled, onPress }: ToolButtonProps) {
  const label = say(`editor.tool.${name}`);
  return (
    <Base.Button
      className="tool"
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keys && shownKeys(keys, 'aria')}
      title={keys ? `${label} (${shownKeys(keys)})` : label}
      disabled={disabled}
      // The words keep their selection while a tool is pressed.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      <ToolIcon name={name} />
    </Base.Button>
  );
}

function TableMenu({ editor }: { editor: Editor }) {
  const item = (name: TableToolName) => (
    <MenuItem onSelect={() => tableTools[name](editor.chain().focus()).run()}>{say(`editor.table.${name}`)}</MenuItem>
  );
  return (
    <Menu
      align="start"
      trigger={
        <Base.Button className="tool tool-words" onMouseDown={(event) => event.preventDefault()}>
          {say('editor.table.menu')}
        </Base.Button>
      }
    >
      {item('rowAfter')}
      {item('columnAfter')}
      {item('headerRow')}
      {item('mergeOrSplit')}
      <MenuRule />
      {item('deleteRow')}
      {item('deleteColumn')}
      {item('deleteTable')}
    </Menu>
  );
}

/** The names of the tools that are on, and `can …` of those that can do something. */
function stateOf(editor: Editor): ReadonlySet<string> {
  const state = new Set<string>();
  if (editor.isActive('link')) state.add('link');
  for (const tool of tools.flat()) {
    if (tool.isOn?.(editor)) state.add(tool.name);
    if (isUsable(tool, editor)) state.add(`can ${tool.name}`);
  }
  return state;
}

const isUsable = (tool: Tool, editor: Editor): boolean => tool.can?.(editor) ?? true;
