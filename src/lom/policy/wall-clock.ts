/** What the clock on the wall shows in a time zone. */

/** Monday first, as the calendar of ISO 8601. */
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Day = (typeof DAYS)[number]

export interface WallTime {
  readonly day: Day
  /** Of the day, 0 to 1439. */
  readonly minute: number
}

/** `at` is RFC 3339. An hour that summer time skips is never shown, and one that comes twice is shown twice. */
export function wallTime(at: string, zone: string): WallTime {
  const parts = formatOf(zone).formatToParts(Date.parse(at))
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((one) => one.type === type)?.value ?? ''
  const day = DAYS.find((one) => one === part('weekday').toLowerCase())
  if (day === undefined) throw new Error(`${zone} shows no day of the week at ${at}`)
  return { day, minute: Number(part('hour')) * 60 + Number(part('minute')) }
}

/** Areas and places, never a bare offset, which knows nothing of summer time. */
export function isZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+){0,2}$/.test(name)) return false
  try {
    formatOf(name)
    return true
  } catch {
    // That is how this library says that it does not know a zone.
    return false
  }
}

/** For suggestions; zones have other names too. */
export function zoneNames(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone')]
}

const formats = new Map<string, Intl.DateTimeFormat>()

/** The language is fixed, so that the machine's own changes nothing. */
function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(timeZone, format)
  return format
}
