/**
 * A rule says no. Thrown by domain rules and answered as 422 at the field, or on top of the form when `field` is undefined.
 * The message is a whole Danish sentence that says what is wrong and what to do.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly field: string | undefined
  readonly code: string

  constructor(field: string | undefined, code: string, message: string) {
    super(message)
    this.field = field
    this.code = code
  }
}

/** What stands in an address makes no sense, name by name. Answered as 400. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly errors: Readonly<Record<string, string>>

  constructor(errors: Record<string, string>) {
    super(
      Object.entries(errors)
        .map(([name, why]) => `${name}: ${why}`)
        .join(' '),
    )
    this.errors = errors
  }
}

/** What is asked for is not there, or not yours to see. Answered as 404. */
export class Absent extends Error {
  override readonly name = 'Absent'
}
