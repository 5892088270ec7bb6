/** A labelled native select whose first option asks for nothing. */
export function Choice<Value extends string>({
  label,
  any,
  value,
  options,
  onChange,
}: {
  label: string
  any: string
  value: Value | undefined
  options: [string, string][]
  onChange: (value: Value | undefined) => void
}) {
  return (
    <label>
      <span>{label}</span>
      <select
        className="bank-control"
        value={value ?? ''}
        // The options are those of the caller, who names the type.
        onChange={(event) => onChange(event.currentTarget.value ? (event.currentTarget.value as Value) : undefined)}
      >
        <option value="">{any}</option>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </label>
  )
}
