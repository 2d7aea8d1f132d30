// An hour of the clock as a span, `21:00–22:00`: a record keeps no finer time.

export const clockHours = (hour: number): string => `${twoDigits(hour)}:00–${twoDigits(hour + 1)}:00`

const twoDigits = (number: number): string => String(number).padStart(2, '0')
