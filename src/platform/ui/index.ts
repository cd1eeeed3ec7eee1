export { Checkbox, type Choice, Radios, Select } from './choice.tsx'
export { DayField, type FieldProps, FileField, idOf, TextArea, TextField } from './field.tsx'
export { ErrorSummary, Form, Hidden, SubmitRow } from './form.tsx'
export type { Crumb, Flash, FooterGroup, Frame, NavItem, Page } from './page.ts'
