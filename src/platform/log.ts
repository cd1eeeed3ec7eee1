import pino from 'pino'

/** JSON lines on stdout; silent in tests unless LOG_LEVEL asks for it. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? (process.env['VITEST'] ? 'silent' : 'info'),
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['password', 'token', 'cookie', 'authorization'],
})
