/** Whether a setting of an event type is on: most are `{ disabled: true }` when off, and absent on older ones. */
export const isOn = (setting: { disabled?: boolean | undefined } | null | undefined) => !!setting && !setting.disabled
