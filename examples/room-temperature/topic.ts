/** Where readings go. */
export const TOPIC = 'room-temperature'

/** Where messages go that nobody can read. */
export const DEAD_LETTERS = 'room-temperature.dead-letters'
