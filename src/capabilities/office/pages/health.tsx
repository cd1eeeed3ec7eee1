import { Alert, SummaryList } from '../../../platform/ui/index.ts'
import type { Page } from '../../../platform/ui/page.ts'
import { numberText } from '../../../platform/values/danish.ts'
import { instantText } from '../../../platform/values/day.ts'
import type { Health } from '../health.ts'

export const HealthPage = ({ status, version, startedAt, database, jobs, disk }: Health): Page => ({
  title: 'Driftstilstand',
  robots: 'noindex',
  body: (
    <>
      {status === 'ok' ? (
        <Alert kind="success" title="Fælles svarer">
          Programmet og databasen virker.
        </Alert>
      ) : (
        <Alert kind="error" title="Databasen svarer ikke">
          Der kan ikke gemmes noget lige nu. Intet er gået tabt, og programmet prøver selv igen.
        </Alert>
      )}
      <SummaryList
        items={[
          { term: 'Database', value: database.ms === undefined ? 'Svarer ikke' : `Svarer på ${numberText(database.ms)} ms` },
          { term: 'Opgaver, der venter', value: jobs ? waitingText(jobs) : 'Kan ikke læses' },
          { term: 'Opgaver, der fejler', value: jobs ? numberText(jobs.failing) : 'Kan ikke læses' },
          {
            term: 'Ledig plads på disken',
            value: disk ? `${gigabytes(disk.freeBytes)} af ${gigabytes(disk.totalBytes)}` : 'Kan ikke læses',
          },
          { term: 'Udgave', value: version },
          { term: 'Startet', value: instantText(new Date(startedAt)) },
        ]}
      />
      <p>
        Overvågning kan hente det samme som JSON: bed om <code>application/json</code>. Svarer databasen ikke, er svaret 503.
      </p>
    </>
  ),
})

const waitingText = ({ waiting, oldestSeconds }: NonNullable<Health['jobs']>): string =>
  waiting === 0 ? 'Ingen' : `${numberText(waiting)}, den ældste i ${numberText(oldestSeconds)} sekunder`

const gigabytes = (bytes: number): string => `${numberText(Math.round(bytes / 1e8) / 10)} GB`
