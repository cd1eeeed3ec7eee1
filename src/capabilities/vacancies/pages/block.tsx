import type { Day } from '../../../platform/values/day.ts'
import type { OfferVacancies } from '../store/lines.ts'
import { LineTables } from './lines.tsx'

/** The vacancies of one offer, for its own page: what is free, how far it can be relied on, and where it is told. */
export const VacancyBlock = ({ vacancies, today }: { vacancies: OfferVacancies; today: Day }) => (
  <>
    <LineTables lines={vacancies.lines} today={today} limits={vacancies.limits} />
    <p>
      <a href={`/ledige/tilbud/${vacancies.offerId}`}>Se, hvad der er meldt før, eller svar for tilbuddet</a>
    </p>
  </>
)
