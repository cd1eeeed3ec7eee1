/** The keys of a record that has at least one, by their own names: what a choice is made between. */
export const keysOf = <Key extends string>(record: Readonly<Record<Key, unknown>>) => Object.keys(record) as [Key, ...Key[]]
