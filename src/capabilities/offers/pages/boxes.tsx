import type { FormState } from '../../../platform/action.ts'
import { Details } from '../../../platform/ui/index.ts'
import type { Day } from '../../../platform/values/day.ts'
import { audiences, holdsOn, type LegalBasis, OWN, type Term } from '../../terms/index.ts'
import type { LineDetail } from '../store/standing.ts'

/** Boxes of one name. A form that comes back has what was chosen as one text with commas. */
const chosenIn = (form: FormState, name: string, now: readonly string[]): Set<string> =>
  new Set(Object.keys(form.values).length > 0 ? (form.values[name] ?? '').split(',') : now)

const Box = ({ name, value, text, on }: { name: string; value: string; text: string; on: boolean }) => (
  <label class="offers-box-row">
    <input type="checkbox" name={name} value={value} checked={on || undefined} />
    <span>{text}</span>
  </label>
)

type BasisProps = { bases: readonly LegalBasis[]; line: LineDetail | undefined; today: Day; form: FormState }

/** The provisions that hold today, and those the line has already, by whom they are for. */
export const BasisBoxes = ({ bases, line, today, form }: BasisProps) => {
  const chosen = chosenIn(form, 'bases', line?.bases ?? [])
  const shown = bases.filter((basis) => holdsOn(basis, today) || line?.bases.includes(basis.key))
  return (
    <fieldset class="offers-boxes" id="felt-bases">
      <legend class="form-label">Retsgrundlag</legend>
      {form.errors['bases'] && <span class="form-error-message">{form.errors['bases']}</span>}
      {(['adult', 'child', 'both'] as const).map((audience) => {
        const own = shown.filter((basis) => basis.audience === audience)
        return (
          <Details summary={audiences[audience]} open={own.some(({ key }) => chosen.has(key))}>
            <div class="offers-box-list">
              {own.map(({ key, code, title }) => (
                <Box name="bases" value={key} text={`${code} ${title}`} on={chosen.has(key)} />
              ))}
            </div>
          </Details>
        )
      })}
    </fieldset>
  )
}

type GroupProps = { groups: readonly Term[]; line: LineDetail | undefined; form: FormState }

/** Every target group with two ages of its own; those of an imported code system folded away. */
export const GroupBoxes = ({ groups, line, form }: GroupProps) => {
  const chosen = chosenIn(form, 'groups', line?.groups.map(({ termId }) => String(termId)) ?? [])
  const own = groups.filter(({ system }) => system === OWN)
  const imported = groups.filter(({ system }) => system !== OWN)
  const row = (term: Term) => <GroupRow term={term} line={line} form={form} on={chosen.has(String(term.id))} />
  return (
    <fieldset class="offers-boxes" id="felt-groups">
      <legend class="form-label">Målgrupper</legend>
      <span class="form-hint">Sæt kryds, og skriv alderen i år, hvis den er en anden end for resten af linjen.</span>
      {form.errors['groups'] && <span class="form-error-message">{form.errors['groups']}</span>}
      <div class="offers-box-list">{own.map(row)}</div>
      {imported.length > 0 && (
        <Details
          summary={`Målgrupper fra ${imported[0]?.source ?? 'kodesystemet'} (${imported.length})`}
          open={imported.some(({ id }) => chosen.has(String(id)))}
        >
          <div class="offers-box-list">{imported.map(row)}</div>
        </Details>
      )}
    </fieldset>
  )
}

const GroupRow = ({
  term: { id, label },
  line,
  form,
  on,
}: {
  term: Term
  line: LineDetail | undefined
  form: FormState
  on: boolean
}) => {
  const now = line?.groups.find(({ termId }) => termId === id)
  const age = (name: string, value: number | undefined, text: string) => (
    <input
      class="offers-age"
      type="text"
      inputmode="numeric"
      maxlength={3}
      name={`${name}-${id}`}
      aria-label={`${label}: ${text}`}
      placeholder={text}
      value={form.values[`${name}-${id}`] ?? (value === undefined ? undefined : String(value))}
    />
  )
  return (
    <div class="offers-group-row">
      <Box name="groups" value={String(id)} text={label} on={on} />
      <span class="offers-ages">
        {age('fra', now?.ageFrom, 'fra')}
        {age('til', now?.ageTo, 'til')}
      </span>
    </div>
  )
}
