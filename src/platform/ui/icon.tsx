import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { designSystemFile } from './design-system.ts'

const names = [
  'account',
  'arrow-forward',
  'attach-file',
  'calendar-month',
  'check',
  'checklist',
  'chevron-left',
  'chevron-right',
  'close',
  'document',
  'download',
  'edit',
  'error',
  'feedback',
  'file-excel',
  'file-pdf',
  'file-word',
  'flag',
  'groups',
  'help',
  'home',
  'hourglass',
  'info',
  'link',
  'location',
  'lock',
  'map',
  'menu',
  'minus',
  'notifications',
  'open-in-new',
  'person',
  'plus',
  'print',
  'refresh',
  'save',
  'search',
  'send',
  'share',
  'sort-table-ascending',
  'sort-table-descending',
  'sort-table-none',
  'success',
  'summary',
  'time',
  'upload',
  'visibility',
  'warning',
] as const

export type IconName = (typeof names)[number]

const shape = (name: IconName): string =>
  designSystemFile(`img/svg-icons/${name}.svg`)
    .toString()
    .replace('<svg ', '<svg class="icon-svg" aria-hidden="true" focusable="false" ')

/** Read once: a picture beside words, never instead of them, and no request of its own. */
const icons = new Map(names.map((name) => [name, raw(shape(name))]))

export const iconMarkup = (name: IconName) => icons.get(name)

export const Icon: FC<{ name: IconName }> = ({ name }) => <>{icons.get(name)}</>
