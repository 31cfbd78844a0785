/** As the answers name them, the first day of a week in front. */
export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

/** What Cal.com takes where no hours are told: a working week, nine to five. */
export const nineToFive = () => [{ days: DAYS.slice(0, 5), startTime: '09:00', endTime: '17:00' }]
