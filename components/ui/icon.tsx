import {
  ArrowDown,
  ArrowLeft,
  ArrowUp,
  Check,
  ChevronDown,
  CircleAlert,
  CircleCheck,
  ExternalLink,
  FileText,
  FolderTree,
  Image,
  Info,
  Keyboard,
  LogOut,
  type LucideIcon,
  Menu,
  MoreHorizontal,
  PenLine,
  Pin,
  Plus,
  ScrollText,
  Search,
  Settings,
  SquarePen,
  Tag,
  Trash2,
  TriangleAlert,
  User,
  Users,
  X,
} from 'lucide-react';

/** The icons that the desk uses, by what they stand for. */
const icons = {
  account: User,
  add: Plus,
  article: FileText,
  audit: ScrollText,
  back: ArrowLeft,
  byline: PenLine,
  check: Check,
  close: X,
  danger: CircleAlert,
  down: ArrowDown,
  edit: SquarePen,
  external: ExternalLink,
  good: CircleCheck,
  info: Info,
  keyboard: Keyboard,
  media: Image,
  menu: Menu,
  more: MoreHorizontal,
  open: ChevronDown,
  people: Users,
  pin: Pin,
  remove: Trash2,
  search: Search,
  section: FolderTree,
  settings: Settings,
  'sign-out': LogOut,
  tag: Tag,
  up: ArrowUp,
  warn: TriangleAlert,
} as const satisfies Record<string, LucideIcon>;

export type IconName = keyof typeof icons;

/** An icon beside words, or alone in a button that has an `aria-label`: it says nothing by itself. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  const Drawing = icons[name];
  return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" className="flex-none" />;
}
