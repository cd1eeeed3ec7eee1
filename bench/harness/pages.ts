/** The pages most people open: the front page, the matrix and a party's. */
export const PATHS = ['/', '/plan/status', '/plan/parter/faxe']
