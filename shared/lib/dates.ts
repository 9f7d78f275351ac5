const pattern = /^(\d{4})-(\d{2})-(\d{2})$/

/** True for a day that exists, written `YYYY-MM-DD`. Such dates compare as text. */
export function isDate(text: string): boolean {
  const match = pattern.exec(text)
  if (!match) return false
  return dayExists(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** `YYYY-MM-DD` of a day that exists, else null. */
export function dateFrom(year: number, month: number, day: number): string | null {
  if (!dayExists(year, month, day)) return null
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function dayExists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1 || year < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0
  return day <= days
}
