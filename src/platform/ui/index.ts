export { Checkbox, type Choice, Radios, Select } from './choice.tsx'
export { DayField, type FieldProps, FileField, idOf, TextArea, TextField } from './field.tsx'
export { choicesOf, type Filled, fieldIn } from './field-in.ts'
export { ErrorSummary, Form, Hidden, SubmitRow } from './form.tsx'
export { Doors, Hero, Split, Stats } from './front.tsx'
export { Icon, type IconName } from './icon.tsx'
export { layout } from './layout.tsx'
export type { Crumb, Flash, FooterGroup, Frame, NavItem, Page } from './page.ts'
export {
  Alert,
  Button,
  ButtonRow,
  Card,
  CardGrid,
  Details,
  Empty,
  LinkButton,
  Progress,
  Source,
  State,
  SummaryList,
  Tag,
} from './parts.tsx'
export { type Series, SeriesPicture, type SeriesPoint } from './series-picture.tsx'
export { SourceFields } from './source-fields.tsx'
export { type Column, type Sorting, Table } from './table.tsx'
export { Pager, Steps, Tabs, Timeline, type Way } from './ways.tsx'
